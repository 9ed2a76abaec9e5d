package io.packetspec.fate;

import io.packetspec.fate.Happening.Kind;
import io.packetspec.fate.Happening.Place;
import io.packetspec.linux.PerfEvents.Sample;
import io.packetspec.linux.tracepoint.Format;
import io.packetspec.linux.tracepoint.Tracefs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the kernel's events by their formats. */
final class Decoder {
    /** enum trace_flag_type, include/linux/trace_events.h. */
    private static final long HARD_INTERRUPT = 0x08 | 0x40;

    private static final long SOFT_INTERRUPT = 0x10;

    private static final String QUEUED = "net:netif_rx";
    private static final String RECEIVED = "net:netif_receive_skb";
    private static final String POLLED = "napi:napi_poll";
    private static final List<String> TRACEPOINTS =
            List.of(QUEUED, RECEIVED, POLLED, Fate.Kind.DROP.tracepoint(), Fate.Kind.RESET.tracepoint());

    private record Known(String name, Format format) {}

    private final Map<Integer, Known> known = new LinkedHashMap<>();

    /** Of the running kernel, as tracefs describes its events. */
    Decoder() {
        for (String name : TRACEPOINTS) {
            Format format = Tracefs.format(name);
            known.put(format.id(), new Known(name, format));
        }
    }

    List<Integer> ids() {
        return List.copyOf(known.keySet());
    }

    Format format(Fate.Kind kind) {
        return known.values().stream()
                .filter(event -> event.name().equals(kind.tracepoint()))
                .findFirst()
                .orElseThrow()
                .format();
    }

    Happening decode(Sample sample) {
        int id = Short.toUnsignedInt(
                ByteBuffer.wrap(sample.octets()).order(ByteOrder.nativeOrder()).getShort());
        Known event = known.get(id);
        if (event == null) {
            throw new IllegalStateException("event " + id + ", which nobody asked for");
        }
        Format format = event.format();
        byte[] octets = sample.octets();
        return switch (event.name()) {
            case QUEUED -> happening(Kind.QUEUED, sample, format, format.text(octets, "name"), null);
            case RECEIVED -> happening(Kind.RECEIVED, sample, format, "", null);
            case POLLED -> happening(Kind.POLLED, sample, format, "", null);
            default -> happening(Kind.ENDED, sample, format, "", fate(event, octets));
        };
    }

    private static Happening happening(Kind kind, Sample sample, Format format, String device, @Nullable Fate fate) {
        byte[] octets = sample.octets();
        long packet = kind == Kind.POLLED ? 0 : format.number(octets, "skbaddr");
        Place place = place(format.number(octets, "common_flags"));
        return new Happening(kind, sample.processor(), sample.thread(), place, packet, device, fate);
    }

    private static Place place(long flags) {
        if ((flags & HARD_INTERRUPT) != 0) {
            return Place.INTERRUPT;
        }
        return (flags & SOFT_INTERRUPT) != 0 ? Place.SOFT_INTERRUPT : Place.CALL;
    }

    private static Fate fate(Known event, byte[] octets) {
        Format format = event.format();
        String reason = format.name(octets, "reason");
        return event.name().equals(Fate.Kind.DROP.tracepoint())
                ? new Fate(Fate.Kind.DROP, reason, format.number(octets, "location"), (int)
                        format.number(octets, "protocol"))
                : new Fate(Fate.Kind.RESET, reason, 0, 0);
    }
}
