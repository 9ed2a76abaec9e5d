package io.packetspec.packet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A header with the fields that were set; unset is "computed" when encoding and "any" when matching. */
public record Layer(Header header, Map<Field, Match> fields) {
    public Layer {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
