package io.packetspec.spec.yaml;

import io.packetspec.packet.Match;
import io.packetspec.spec.Fcntl;
import io.packetspec.spec.Kept;
import io.packetspec.spec.Outcome;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Signature;
import io.packetspec.spec.Signature.Argument;
import io.packetspec.spec.Signature.Kind;
import io.packetspec.spec.Step;
import io.packetspec.spec.Value;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the step that makes a system call, by the call's signature. */
final class CallReader {
    private static final String PACKET = "packet";
    static final String PAYLOAD = "payload";

    private final StepParts parts;
    private final Signature signature;
    private final Keys keys;
    private final Scope scope;

    /** @param keys the arguments of the signature, as they are written */
    CallReader(StepParts parts, Signature signature, Keys keys) {
        this.parts = parts;
        this.keys = keys;
        this.signature = signature;
        this.scope = parts.scope();
    }

    Step read() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Optional<Mapping> mapping = parts.argument()
                .mapping("a mapping of arguments such as {" + keys.names().get(0) + ": …}");
        mapping.ifPresent(m -> m.expect("argument", keys));
        mapping.ifPresent(m -> m.keys().forEach(key -> argument(key, m, arguments)));
        mapping.ifPresent(this::expectRequired);
        Outcome outcome = outcome(arguments);
        return new Step.Call(
                parts.at(),
                parts.text(),
                parts.host(),
                signature,
                arguments,
                outcome,
                parts.modifier("without").map(Capabilities::read).orElse(List.of()),
                keep(arguments, outcome),
                background());
    }

    private void expectRequired(Mapping mapping) {
        if (mapping.has("fds")) {
            WatchReader.expectAlone(mapping);
            return;
        }
        List<String> missing = signature.arguments().stream()
                .filter(Argument::required)
                .map(Argument::name)
                .filter(name -> mapping.lacks(name) && !(name.equals(PACKET) && !mapping.lacks(PAYLOAD)))
                .map(name -> "\"" + name + "\"")
                .toList();
        if (!missing.isEmpty()) {
            scope.problem(parts.at(), signature.name() + " needs " + String.join(", ", missing));
        }
    }

    private void argument(Text key, Mapping mapping, Map<String, Object> arguments) {
        Cursor value = mapping.get(key.text()).orElseThrow();
        Optional<Argument> argument = signature.argument(key.text().equals(PAYLOAD) ? PACKET : key.text());
        if (argument.isEmpty()) {
            return;
        }
        if (argument.get().kind() == Kind.PACKET) {
            PacketReader reader = new PacketReader(argument.get().required(), scope);
            PacketTemplate packet = key.text().equals(PAYLOAD) ? reader.payload(key.at(), value) : reader.read(value);
            packet.segment()
                    .ifPresent(layer -> scope.problem(
                            layer.at(), "a flow goes with \"inject\", \"expect\" and \"allow\", not with a call"));
            if (arguments.put(PACKET, packet) != null) {
                scope.problem(key.at(), "\"payload\" stands in place of \"packet\": one of the two");
            }
        } else {
            new ArgumentReader(mapping, scope)
                    .read(argument.get(), value)
                    .ifPresent(read -> arguments.put(key.text(), read));
        }
    }

    private Outcome outcome(Map<String, Object> arguments) {
        if (parts.has("fails") && parts.has("returns")) {
            scope.problem(parts.step().keyAt("returns").orElseThrow(), "a call that fails returns nothing to match");
        }
        return new Outcome(
                parts.modifier("fails").flatMap(c -> c.value(Scalars.ERRNO)).orElse(null),
                returns(Fcntl.returned(arguments)),
                parts.modifier("took").flatMap(TimeRangeReader::read).orElse(null));
    }

    private @Nullable Value<Match> returns(String prefix) {
        Scalar<Long> scalar = prefix.isEmpty() ? Scalars.NUMBER : Scalars.flags(prefix);
        return parts.modifier("returns").flatMap(MatchReader.of(scalar)::read).orElse(null);
    }

    private @Nullable String keep(Map<String, Object> arguments, Outcome outcome) {
        if (parts.has("as") && outcome.fails() != null) {
            scope.problem(parts.step().keyAt("as").orElseThrow(), "a call that fails keeps nothing");
        }
        Kept kept = Kept.by(signature, arguments);
        return parts.has("background") ? keepLater(kept) : parts.keep(kept);
    }

    /** What a call in the background returns is there once it was awaited. */
    private @Nullable String keepLater(Kept kept) {
        String name = parts.freeName("as");
        String background = parts.freeName("background");
        if (background != null) {
            Names.Keeping keeping = new Names.Keeping(parts.at(), Optional.of(kept));
            Runnable keep = () -> {
                if (name != null) {
                    scope.names().keep(name, keeping);
                }
            };
            scope.background().put(background, new Scope.Background(parts.at(), keep));
        }
        return name;
    }

    private @Nullable String background() {
        return parts.modifier("background")
                .flatMap(c -> c.literal(Scalars.NAME))
                .orElse(null);
    }
}
