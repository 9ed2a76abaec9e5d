package io.packetspec.packet;

import java.nio.charset.StandardCharsets;

/** Octets as text where they are one, or always as hex. */
enum OctetsWording implements Wording {
    TEXT {
        @Override
        public Object parse(String text) {
            return Octets.text(text);
        }

        @Override
        public String print(Object value) {
            String text = new String(((Octets) value).toArray(), StandardCharsets.ISO_8859_1);
            return text.matches("[\\x20-\\x7e\\t\\n\\r]*") ? Quoting.text(text) : BARE_HEX.print(value);
        }
    },
    /** In a mapping that says so: {@code {hex: "f989"}}. */
    BARE_HEX {
        @Override
        public Object parse(String text) {
            return Octets.hex(text);
        }

        @Override
        public String print(Object value) {
            return "{hex: \"" + value + "\"}";
        }
    },
    /** Where the field's name says so: {@code hex: "f989"}. */
    HEX {
        @Override
        public Object parse(String text) {
            return Octets.hex(text);
        }

        @Override
        public String print(Object value) {
            return "\"" + value + "\"";
        }
    };

    private static final int SHORT = 32;

    @Override
    public String explain(Object value) {
        int length = ((Octets) value).length();
        return length + (length == 1 ? " octet " : " octets ") + (length > SHORT ? "" : print(value)).strip();
    }
}
