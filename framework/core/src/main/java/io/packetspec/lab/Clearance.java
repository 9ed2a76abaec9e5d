package io.packetspec.lab;

import io.packetspec.linux.NetNs;
import io.packetspec.linux.Sysctl;
import io.packetspec.linux.SystemCallException;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import io.packetspec.linux.netlink.VethEnd;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What labs leave to others when they are closed: their sockets and threads to this JVM, their namespaces to a worker of
 * the kernel, which disturbs whoever counts milliseconds meanwhile.
 *
 * <p>The kernel does not tell when it is done. But it takes namespaces in the order in which they were left, so an
 * interface whose other end is in the last of them goes when all are gone.
 */
public final class Clearance {
    private static final long PAUSE = Duration.ofMillis(1).toNanos();
    private static final byte[] ANY_MAC = {};
    private static final int MTU = 1500;

    private final long deadline;

    private Clearance(Duration within) {
        this.deadline = System.nanoTime() + within.toNanos();
    }

    /** Waits until nothing is left to do of the labs that were closed, or this time has passed. */
    public static void await(Duration within) {
        new Clearance(within).await();
    }

    private void await() {
        until(() -> Undertaker.isIdle() && !Inhabitant.areThere());
        FarEnd farEnd = FarEnd.get();
        try {
            String last = leaveLast(farEnd);
            farEnd.namespace().visited(() -> {
                until(() -> !Sysctl.exists("net.ipv4.conf." + last + ".forwarding"));
                return last;
            });
        } catch (SystemCallException e) {
            // The lab that is to be built next will say it in better words.
            return;
        }
    }

    /** A namespace that goes at once; the name of what shows at the far end whether it is still there. */
    private static String leaveLast(FarEnd farEnd) {
        int index = farEnd.nextIndex();
        VethEnd shown = new VethEnd("wire" + index, index, ANY_MAC, MTU);
        NetNs last = NetNs.create();
        try {
            return last.visited(() -> {
                try (Rtnetlink rtnetlink = Rtnetlink.open("the last namespace")) {
                    rtnetlink.apply(new Batch().veth(new VethEnd("last", 2, ANY_MAC, MTU), shown, farEnd.namespace()));
                }
                return shown.name();
            });
        } finally {
            last.close();
        }
    }

    private void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE);
        }
    }
}
