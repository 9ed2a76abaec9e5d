package io.packetspec.spec.packetdrill.translation;

import io.packetspec.packet.Match;
import io.packetspec.packet.Octets;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Value;
import io.packetspec.spec.packetdrill.Expression;
import io.packetspec.spec.packetdrill.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The arguments of calls that send and receive: what is in their buffers, and how long they are. */
final class BufferArguments {
    private static final String PACKET = "packet";

    private final CallArguments arguments;
    private final Settings settings;

    BufferArguments(CallArguments arguments, Settings settings) {
        this.arguments = arguments;
        this.settings = settings;
    }

    /** A buffer and its length, behind a descriptor. */
    Map<String, Object> sent(Map<String, Object> map) {
        long length = Values.number(arguments.expression(2));
        Expression content = arguments.expression(1);
        Octets octets;
        if (content instanceof Text text) {
            octets = Octets.of(Arrays.copyOf(Values.octets(text), (int) length));
        } else {
            pointer(map);
            octets = PacketTranslation.zeros(length);
        }
        map.put(PACKET, packet(content, octets));
        return map;
    }

    private void pointer(Map<String, Object> map) {
        if (Values.isNull(arguments.expression(1))) {
            map.put("buffer", arguments.number(1));
        } else {
            arguments.any(map, 1);
        }
    }

    void sentTo(Map<String, Object> map) {
        sent(map).put("flags", arguments.number(3));
        map.put("to", arguments.destination(4));
        arguments.any(map, 5);
    }

    void sentInVectors(Map<String, Object> map) {
        vectors(map, 1);
        map.put(PACKET, zeros(1, arguments.lengths(1)));
    }

    Map<String, Object> received(Map<String, Object> map) {
        Expression content = arguments.expression(1);
        if (content instanceof Text text) {
            map.put(PACKET, packet(content, Octets.of(Values.octets(text))));
        } else {
            pointer(map);
        }
        map.put("size", arguments.number(2));
        return map;
    }

    void receivedInVectors(Map<String, Object> map) {
        vectors(map, 1);
    }

    /** The number of vectors follows them. */
    private void vectors(Map<String, Object> map, int index) {
        List<Long> lengths = arguments.lengths(index);
        Expression count = arguments.expression(index + 1);
        if (Values.number(count) != lengths.size()) {
            throw new Untranslatable(count.at(), "there are " + lengths.size() + " buffers, not " + count);
        }
        map.put("iov", new Value.Literal<>(count.at(), lengths));
    }

    /** @param to where a message goes: it always has a name */
    void message(Map<String, Object> map, Value<Object> to) {
        MessageArguments message = new MessageArguments(arguments.expression(1), settings);
        if (message.flags() != 0) {
            throw new Untranslatable(arguments.expression(1).at(), "sendmsg does not look at msg_flags");
        }
        map.put(PACKET, zeros(1, message.lengths()));
        map.put("iov", new Value.Literal<>(arguments.expression(1).at(), message.lengths()));
        map.put("flags", arguments.number(2));
        map.put("to", to);
        message.sent().ifPresent(control -> map.put("control", control));
    }

    void receivedMessage(Map<String, Object> map) {
        Expression place = arguments.expression(1);
        MessageArguments message = new MessageArguments(place, settings);
        map.put("iov", new Value.Literal<>(place.at(), message.lengths()));
        map.put("flags", arguments.number(2));
        map.put("msg_flags", new Value.Literal<>(place.at(), Match.exact(message.flags())));
        message.received().ifPresent(control -> map.put("control", control));
    }

    private PacketTemplate zeros(int index, List<Long> lengths) {
        long all = lengths.stream().mapToLong(Long::longValue).sum();
        return packet(arguments.expression(index), PacketTranslation.zeros(all));
    }

    private static PacketTemplate packet(Expression place, Octets octets) {
        return new PacketTemplate(
                place.at(),
                List.of(new Fields(place.at(), Headers.RAW).set("data", octets).layer()));
    }
}
