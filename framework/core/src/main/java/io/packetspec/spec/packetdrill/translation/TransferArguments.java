package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The arguments of calls about files, pipes and capabilities. */
final class TransferArguments {
    private final CallArguments arguments;

    TransferArguments(CallArguments arguments) {
        this.arguments = arguments;
    }

    void open() {
        arguments.count(2);
        Expression path = arguments.expression(0);
        if (!(path instanceof Text text)) {
            throw new Untranslatable(path.at(), "expected the path of a file in double quotes, not " + path);
        }
        String name = new String(Values.octets(text), StandardCharsets.UTF_8);
        arguments.map().put("path", new Value.Literal<>(path.at(), name));
        arguments.map().put("flags", arguments.number(1));
    }

    void pipe() {
        arguments.count(1);
        ends(arguments.expression(0));
    }

    /** The numbers of the two descriptors of a pipe: the end to read, the end to write. */
    static List<Long> ends(Expression pipe) {
        List<Expression> ends = Values.elements(pipe);
        if (ends.size() != 2) {
            throw new Untranslatable(pipe.at(), "a pipe has two descriptors, not " + ends.size());
        }
        return ends.stream().map(Values::number).toList();
    }

    void sendfile(Map<String, Object> map) {
        Expression offset = arguments.expression(2);
        map.put("in", arguments.descriptor(1));
        map.put("offset", new Value.Literal<>(offset.at(), Values.number(Values.pointee(offset))));
        map.put("size", arguments.number(3));
    }

    void splice(Map<String, Object> map) {
        noOffset(1);
        noOffset(3);
        map.put("out", arguments.descriptor(2));
        map.put("size", arguments.number(4));
        map.put("flags", arguments.number(5));
    }

    /** A number in its place is a pointer: to nowhere. */
    private void noOffset(int index) {
        Expression offset = arguments.expression(index);
        if (!Values.isNull(offset)) {
            throw new Untranslatable(offset.at(), "an offset of splice is NULL, not " + offset);
        }
    }

    void capability() {
        arguments.count(3);
        Map<String, Object> map = arguments.map();
        map.put("set", arguments.number(0));
        map.put("capability", arguments.number(1));
        map.put("op", arguments.number(2));
    }
}
