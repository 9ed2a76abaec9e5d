package io.packetspec.fate;

import org.jspecify.annotations.Nullable;

/**
 * An event of the kernel, as far as it matters here.
 *
 * @param packet the address of the packet's buffer; another packet may have had it before, and after
 * @param device where a packet is queued for
 * @param fate of {@link Kind#ENDED}
 */
record Happening(
        Kind kind,
        int processor,
        int thread,
        Place place,
        long packet,
        String device,
        @Nullable Fate fate) {
    enum Kind {
        /** The packet waits for its processor to receive it (netif_rx). */
        QUEUED,
        /** The processor takes it up (netif_receive_skb). */
        RECEIVED,
        /** The processor has taken up all it wanted to (napi_poll). */
        POLLED,
        /** Dropped, or answered with a reset. */
        ENDED
    }

    enum Place {
        /** In a call of the thread. */
        CALL,
        /** In a soft interrupt, which does whatever is due on this processor in the context of whatever thread. */
        SOFT_INTERRUPT,
        /** In an interrupt, for which no thread is answerable. */
        INTERRUPT
    }
}
