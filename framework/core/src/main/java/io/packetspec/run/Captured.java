package io.packetspec.run;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A frame with its time (CLOCK_REALTIME, nanoseconds), taken apart. */
record Captured(long time, Dissection dissection) {

    static Captured frame(long time, Octets octets) {
        return new Captured(time, Dissection.of(Headers.of("eth"), octets));
    }

    /** What expressions see: {@code name.time} and {@code name.layer.field}; of nested layers of a kind the outermost. */
    Map<String, Object> names() {
        return names(time, dissection);
    }

    static Map<String, Object> names(long time, Dissection dissection) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("time", time);
        for (Dissection.Part part : dissection.parts()) {
            Header header = part.layer().header();
            names.putIfAbsent(header.name(), values(part.layer().fields()));
            if (header.name().startsWith("ipv")) {
                names.putIfAbsent("ip", names.get(header.name()));
            }
        }
        return names;
    }

    private static Map<String, Object> values(Map<Field, Match> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((field, match) -> {
            if (match instanceof Match.Exact exact) {
                values.put(field.name(), exact.value());
            }
        });
        return values;
    }
}
