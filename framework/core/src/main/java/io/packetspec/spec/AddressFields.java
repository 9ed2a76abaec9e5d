package io.packetspec.spec;

import io.packetspec.abi.Struct;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A socket address that is written by its fields.
 *
 * @param fields Longs, Addresses and Octets by their names in the struct
 * @param length the length that the call is told, whatever the struct's is; -1 for the struct's own
 */
public record AddressFields(Struct struct, Map<String, Object> fields, int length) {
    public AddressFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
        return fields.toString().replace('=', ' ');
    }
}
