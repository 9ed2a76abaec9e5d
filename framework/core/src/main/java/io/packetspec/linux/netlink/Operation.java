package io.packetspec.linux.netlink;

/** What is done with an {@link Entry}. */
public enum Operation {
    ADD("adding", 0x600),
    REPLACE("replacing", 0x500),
    DELETE("deleting", 0);

    private final String words;
    private final int flags;

    Operation(String words, int flags) {
        this.words = words;
        this.flags = flags;
    }

    String words() {
        return words;
    }

    /** NLM_F_CREATE with NLM_F_EXCL or NLM_F_REPLACE. */
    int flags() {
        return flags;
    }
}
