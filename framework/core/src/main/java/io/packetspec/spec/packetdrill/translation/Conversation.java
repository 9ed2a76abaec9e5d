package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Header;
import io.packetspec.spec.Flow;
import org.jspecify.annotations.Nullable;

/** What packets of a script are taken to belong to: a socket, and who it talks to. */
final class Conversation {
    private static final long MASK = 0xffff_ffffL;

    private final Header protocol;
    private Flow flow;
    private boolean answered;
    private @Nullable Long hostBegan;

    Conversation(Header protocol, Flow flow) {
        this.protocol = protocol;
        this.flow = flow;
    }

    Header protocol() {
        return protocol;
    }

    Flow flow() {
        return flow;
    }

    /** The script answers the SYN of the kernel: only the first time it says where its numbers begin. */
    boolean isAnsweredFirst() {
        boolean first = flow.opensFromHost() && !answered;
        answered = true;
        return first;
    }

    void becomes(Flow other) {
        flow = other;
    }

    /**
     * Sets a number of the script's end, relative to where that begins. Those of SYNs are as on the wire, and so are all
     * others before it is known where it begins: that may be said by a later packet.
     */
    Fields number(Fields fields, String name, long number, boolean syn) {
        if (answered || !flow.opensFromHost()) {
            return fields.set(name, syn ? number - flow.isn() & MASK : number);
        }
        return fields.set(name, () -> number - flow.isn() & MASK);
    }

    /** What the script calls the number of this SYN of the kernel's, relative to that of its first. */
    long ofHost(long syn) {
        if (hostBegan == null) {
            hostBegan = syn;
        }
        return syn - hostBegan & MASK;
    }

    /** What the script calls the number of the kernel's first SYN. */
    long hostBegan() {
        return hostBegan == null ? 0 : hostBegan;
    }
}
