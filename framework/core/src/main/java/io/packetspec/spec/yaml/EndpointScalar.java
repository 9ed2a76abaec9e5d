package io.packetspec.spec.yaml;

import io.packetspec.packet.Address;
import io.packetspec.spec.Endpoint;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An endpoint in one text: {@code peer}, {@code peer:80}, {@code 2001:db8::2}, {@code [2001:db8::2]:80}. */
record EndpointScalar(Scalar<Address> address) implements Scalar<EndpointScalar.Parts> {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)](?::(.*))?");
    private static final Pattern ONE_COLON = Pattern.compile("([^:]*):([^:]*)");

    /** @param port null where none is written */
    record Parts(Address address, @Nullable Long port) {}

    @Override
    public String expected() {
        return "an endpoint such as peer:80";
    }

    @Override
    public Parts parse(String text) {
        Matcher brackets = BRACKETS.matcher(text);
        Matcher split = brackets.matches() ? brackets : ONE_COLON.matcher(text);
        return split.matches()
                ? new Parts(address.parse(split.group(1)), split.group(2) == null ? null : port(split.group(2)))
                : new Parts(address.parse(text), null);
    }

    @Override
    public Parts of(Object value) {
        if (value instanceof Endpoint endpoint) {
            return new Parts(endpoint.address(), (long) endpoint.port());
        }
        return value instanceof Address known ? new Parts(known, null) : parse(value.toString());
    }

    static long port(String text) {
        long port = Numbers.isNumber(text) ? Numbers.parse(text) : -1;
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("expected a port from 0 to 65535, not \"" + text + "\"");
        }
        return port;
    }
}
