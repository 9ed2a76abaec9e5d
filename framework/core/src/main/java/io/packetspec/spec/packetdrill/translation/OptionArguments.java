package io.packetspec.spec.packetdrill.translation;

import io.packetspec.abi.Form;
import io.packetspec.abi.IoctlRequest;
import io.packetspec.abi.SocketOption;
import io.packetspec.packet.Match;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Expression;
import java.util.Map;

/** The arguments of calls that set a value, or ask for one. */
final class OptionArguments {
    private final CallArguments arguments;
    private final Map<String, Object> translated;

    OptionArguments(CallArguments arguments, Map<String, Object> translated) {
        this.arguments = arguments;
        this.translated = translated;
    }

    void set() {
        option();
        Expression length = arguments.expression(4);
        int octets = Values.isAny(length) ? Integer.BYTES : (int) Values.number(length);
        Expression value = arguments.expression(3);
        translated.put("value", new Value.Literal<Object>(value.at(), Values.memory(value, octets)));
    }

    void get() {
        option();
        Expression value = arguments.expression(3);
        if (!Values.isAny(value)) {
            int octets = (int) Values.number(Values.pointee(arguments.expression(4)));
            Match match = Match.exact(Values.memory(value, octets));
            translated.put("value", new Value.Literal<>(value.at(), match));
        }
    }

    private void option() {
        Expression option = arguments.expression(2);
        int level = (int) Values.number(arguments.expression(1));
        SocketOption known = option instanceof Expression.Name name
                ? SocketOption.named(name.name())
                        .orElseThrow(() -> new Untranslatable(option.at(), "unknown option " + name.name()))
                : new SocketOption(option.toString(), level, (int) Values.number(option), Form.OCTETS);
        translated.put("level", arguments.number(1));
        translated.put("option", new Value.Literal<>(option.at(), known));
    }

    /** Of ioctl(2). */
    void request() {
        Expression request = arguments.expression(1);
        IoctlRequest known = IoctlRequest.named(request.toString())
                .orElseThrow(() -> new Untranslatable(request.at(), "unknown request " + request));
        translated.put("request", new Value.Literal<>(request.at(), known));
        long value = Values.number(Values.pointee(arguments.expression(2)));
        Object literal = known.type().isSet() ? (Object) value : Match.exact(value);
        translated.put("value", new Value.Literal<>(request.at(), literal));
    }
}
