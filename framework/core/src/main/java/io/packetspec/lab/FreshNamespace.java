package io.packetspec.lab;

import io.packetspec.abi.Errno;
import io.packetspec.linux.NetNs;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.SystemCallException;
import io.packetspec.linux.Tun;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.LinkKind;
import io.packetspec.linux.netlink.Rtnetlink;
import io.packetspec.linux.netlink.VethEnd;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What a network namespace has when nothing has been done to it. */
final class FreshNamespace {
    private static final Map<String, Boolean> SYSCTLS = new ConcurrentHashMap<>();
    private static final Map<String, Optional<String>> DEVICES = new ConcurrentHashMap<>();
    private static final String PROBE = "probe";
    private static final Errno EOPNOTSUPP = Errno.of(95);

    private FreshNamespace() {}

    static boolean hasSysctl(String key) {
        return SYSCTLS.computeIfAbsent(key, FreshNamespace::look);
    }

    private static boolean look(String key) {
        return inFresh("sysctl " + key, () -> Sysctl.exists(key));
    }

    /** Why no interface of this kind can be made; empty if one can. */
    static Optional<String> deviceObstacle(String kind) {
        return DEVICES.computeIfAbsent(kind, name -> inFresh("device " + name, () -> obstacle(name)));
    }

    private static Optional<String> obstacle(String kind) {
        if (NetNs.initial().isOfThread()) {
            return Optional.empty();
        }
        try {
            if (kind.equals("tun")) {
                Tun.open(PROBE).close();
            } else {
                make(kind);
            }
            return Optional.empty();
        } catch (SystemCallException e) {
            boolean lacking = kind.equals("tun") || e.errno().equals(EOPNOTSUPP);
            return lacking ? Optional.of(e.getMessage()) : Optional.empty();
        }
    }

    /** A kind that is there may find its attributes lacking. */
    private static void make(String kind) {
        try (Rtnetlink rtnetlink = Rtnetlink.open("a fresh namespace")) {
            VethEnd probe = new VethEnd(PROBE, 2, new byte[0], 1500);
            rtnetlink.apply(new Batch().device(probe, new LinkKind(kind, 0, Map.of()), 0));
        }
    }

    private static <T> T inFresh(String what, Callable<T> task) {
        NetNs.initial(); // Before any thread of ours is elsewhere.
        FutureTask<T> look = new FutureTask<>(() -> {
            leave();
            return task.call();
        });
        new Thread(null, look, "packetspec-requirements", 0, false).start();
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for " + what, e);
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
