package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.SystemCallException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What a network namespace has when nothing has been done to it. */
final class FreshNamespace {
    private static final Map<String, Boolean> SYSCTLS = new ConcurrentHashMap<>();

    private FreshNamespace() {}

    static boolean hasSysctl(String key) {
        return SYSCTLS.computeIfAbsent(key, FreshNamespace::look);
    }

    private static boolean look(String key) {
        NetNs.initial(); // Before any thread of ours is elsewhere.
        FutureTask<Boolean> look = new FutureTask<>(() -> {
            leave();
            return Sysctl.exists(key);
        });
        new Thread(null, look, "packetspec-requirements", 0, false).start();
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for sysctl " + key, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Who may not will hear of that from the lab, and in better words. */
    private static void leave() {
        try {
            NetNs.unshare().close();
        } catch (SystemCallException e) {
            assert NetNs.initial().isOfThread();
        }
    }
}
