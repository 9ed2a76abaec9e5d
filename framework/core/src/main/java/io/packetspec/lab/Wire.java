package io.packetspec.lab;

import io.packetspec.linux.PacketSocket;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A wire whose far end is in the caller's hands: frames put on it, and all frames that kernels put on it. */
public final class Wire {
    /**
     * A captured frame with the kernel's receive stamp, nanoseconds of CLOCK_REALTIME.
     *
     * @param unfinished whether its transport checksum is left to the device
     */
    public record Frame(long time, byte[] octets, boolean unfinished) {}

    /** {@link Cabling.ToWire#farName()}: an index above 1000. */
    private static final Pattern FAR_NAME = Pattern.compile("wire\\d{4,}");

    private final String name;
    private final WireEnd end;
    private final Vicinity vicinity;
    private volatile boolean closed;

    Wire(String name, WireEnd end, Vicinity vicinity) {
        this.name = name;
        this.end = end;
        this.vicinity = vicinity;
    }

    /** Who is there. */
    public Vicinity vicinity() {
        return vicinity;
    }

    /** Whether packets on it begin with the IP header. */
    public boolean isLayer3() {
        return end.isLayer3();
    }

    /**
     * Puts a marker behind all that the host sends on a wire without Ethernet, once its kernel has taken in all that came
     * before; false if it had not until this {@link System#nanoTime()}.
     */
    public boolean mark(byte[] marker, long deadline) {
        requireOpen();
        return end.mark(marker, deadline);
    }

    public String name() {
        return name;
    }

    /** Whether an interface of this name is the far end of a wire, where nothing is under test. */
    public static boolean isFarEnd(String device) {
        return FAR_NAME.matcher(device).matches();
    }

    /** Puts a frame on the wire, from the Ethernet or IP header on. */
    public void inject(byte[] frame) {
        requireOpen();
        end.send(frame);
    }

    /** The next captured frame, waiting no later than this {@link System#nanoTime()}; null if none came. */
    public @Nullable Frame next(long deadline) {
        requireOpen();
        // What answers a frame has usually been queued when inject returns: look before waiting.
        PacketSocket.Received received = end.receive();
        while (received == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            end.await(left);
            received = end.receive();
        }
        return new Frame(received.time(), received.octets(), received.unfinished());
    }

    /** How many frames have been lost so far because they came faster than they were taken. */
    public long lost() {
        requireOpen();
        return end.lost();
    }

    /** From now on frames are captured. */
    void capture() {
        end.capture();
    }

    // A closed descriptor's number may belong to another lab by now.
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the lab of wire " + name + " is closed");
        }
    }

    void close() {
        closed = true;
    }

    /** Takes the kernel some 20 ms a socket. */
    void letGo() {
        end.close();
    }
}
