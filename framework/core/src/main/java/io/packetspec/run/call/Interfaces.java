package io.packetspec.run.call;

import io.packetspec.packet.Match;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.AddressFields;
import io.packetspec.spec.At;
import io.packetspec.spec.Control;
import io.packetspec.spec.ControlMatch;
import io.packetspec.spec.InterfaceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Puts the indexes of a host's interfaces where a step has their names. */
public final class Interfaces {
    private final String host;
    private final At at;
    private final ToIntFunction<String> index;

    /** @param index of an interface by its name, 0 if there is none */
    public Interfaces(String host, At at, ToIntFunction<String> index) {
        this.host = host;
        this.at = at;
        this.index = index;
    }

    /** An argument of a call, or any part of one. */
    Object in(Object value) {
        if (value instanceof InterfaceName face) {
            return index(face.name());
        } else if (value instanceof Match match) {
            return in(match);
        } else if (value instanceof Map<?, ?> fields) {
            return in(fields);
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::in).toList();
        }
        return record(value);
    }

    private Object record(Object value) {
        if (value instanceof AddressFields address) {
            return new AddressFields(address.struct(), in(address.fields()), address.length());
        } else if (value instanceof Control control) {
            return new Control(control.message(), in(control.value()));
        } else if (value instanceof ControlMatch control) {
            return new ControlMatch(
                    control.expected().stream()
                            .map(each -> new ControlMatch.Expected(each.message(), in(each.match())))
                            .toList(),
                    control.others());
        }
        return value;
    }

    private Map<String, Object> in(Map<?, ?> fields) {
        Map<String, Object> known = new LinkedHashMap<>();
        fields.forEach((name, value) -> known.put((String) name, in(value)));
        return known;
    }

    Match in(Match match) {
        if (match instanceof Match.Exact exact) {
            return Match.exact(in(exact.value()));
        } else if (match instanceof Match.Not not) {
            return new Match.Not(in(not.match()));
        } else if (match instanceof Match.In in) {
            return new Match.In(in.matches().stream().map(this::in).toList());
        } else if (match instanceof Match.Fields fields) {
            Map<String, Match> known = new LinkedHashMap<>();
            fields.fields().forEach((name, each) -> known.put(name, in(each)));
            return new Match.Fields(known);
        }
        return match;
    }

    private long index(String name) {
        int found = index.applyAsInt(name);
        if (found == 0) {
            throw new SpecFailure(at, "host " + host + " has no interface " + name, null);
        }
        return found;
    }
}
