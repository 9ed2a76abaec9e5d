package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Kept;
import io.packetspec.spec.PacketTemplate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step taken apart. Where something is wrong it is reported, and a stand-in goes on: the file has no specs then.
 *
 * @param at where the verb stands
 * @param argument what stands behind the verb
 * @param step the verb and the modifiers beside it
 */
record StepParts(At at, String verb, String text, Cursor argument, Mapping step) {
    private static final String NONE = "";

    Scope scope() {
        return argument.scope();
    }

    boolean has(String modifier) {
        return step.has(modifier);
    }

    Optional<Cursor> modifier(String name) {
        return step.get(name);
    }

    @Nullable
    Duration duration(String modifier) {
        return modifier(modifier).flatMap(c -> c.literal(Scalars.DURATION)).orElse(null);
    }

    Duration duration(String modifier, Duration otherwise) {
        Duration written = duration(modifier);
        return written == null ? otherwise : written;
    }

    /** The name that the step keeps something under, from here on known to later steps. */
    @Nullable
    String keep(Kept kept) {
        String name = freeName("as");
        if (name != null) {
            scope().names().keep(name, new Names.Keeping(step.keyAt("as").orElse(at), Optional.of(kept)));
        }
        return name;
    }

    /** The same for one of several names. */
    Optional<String> keep(Cursor written, Kept kept) {
        Optional<String> name = NameReader.free(written, scope());
        name.ifPresent(n -> scope().names().keep(n, new Names.Keeping(written.at(), Optional.of(kept))));
        return name;
    }

    /** A new name, known to nobody yet. */
    @Nullable
    String freeName(String modifier) {
        return modifier(modifier).flatMap(c -> NameReader.free(c, scope())).orElse(null);
    }

    String host() {
        return place("on", "host", scope().lab().hosts().keySet());
    }

    String wire(String modifier) {
        return place(modifier, "wire", scope().lab().wires().keySet());
    }

    /** The wire of the flow that the packets belong to, unless another is written. */
    String wire(String modifier, List<PacketTemplate> packets) {
        Optional<String> flow = packets.stream()
                .flatMap(packet -> packet.segment().stream())
                .flatMap(layer -> Optional.ofNullable(layer.segment()).stream())
                .map(segment -> segment.flow().wire())
                .findFirst();
        return has(modifier) ? wire(modifier) : flow.orElseGet(() -> wire(modifier));
    }

    private String place(String modifier, String what, Collection<String> legal) {
        if (has(modifier)) {
            return modifier(modifier)
                    .flatMap(c -> c.literal(Scalar.of("a " + what, name -> known(name, what, legal))))
                    .orElse(NONE);
        }
        if (legal.size() == 1) {
            return legal.iterator().next();
        }
        if (!scope().names().isIncomplete()) {
            String lacks = "there is no " + what + " in this lab, and \"" + verb + "\" needs one";
            String several = "with several " + what + "s in the lab, \"" + verb + "\" needs \"" + modifier
                    + "\", one of: " + String.join(", ", legal);
            scope().problem(at, legal.isEmpty() ? lacks : several);
        }
        return NONE;
    }

    private String known(String name, String what, Collection<String> legal) {
        if (!legal.contains(name) && !scope().names().isIncomplete()) {
            throw new IllegalArgumentException(Suggestion.unknown(what, name, "", List.copyOf(legal)));
        }
        return name;
    }
}
