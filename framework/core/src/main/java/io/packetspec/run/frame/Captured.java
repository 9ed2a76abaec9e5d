package io.packetspec.run.frame;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Field;
import io.packetspec.packet.Header;
import io.packetspec.packet.Layer;
import io.packetspec.packet.Octets;
import io.packetspec.packet.Options;
import io.packetspec.packet.header.Headers;
import io.packetspec.spec.Family;
import io.packetspec.spec.Ip;
import io.packetspec.trace.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A frame with its time (CLOCK_REALTIME, nanoseconds), taken apart.
 *
 * @param unfinished whether its transport checksum is left to the device
 */
public record Captured(long time, Dissection dissection, boolean unfinished) {

    public static Captured frame(long time, Octets octets, boolean layer3) {
        return frame(time, octets, layer3, false);
    }

    public static Captured frame(long time, Octets octets, boolean layer3, boolean unfinished) {
        return new Captured(time, Dissection.of(Event.Frame.outermost(octets, layer3), octets), unfinished);
    }

    /** What later steps see of the frame: {@code name.time} and {@code name.layer.field}. */
    public Map<String, Object> names() {
        Map<String, Object> names = layers(dissection);
        names.put("time", time);
        return names;
    }

    /** Every layer as a map of its fields, of several of a kind the outermost, {@code ip} for the outermost of both. */
    public static Map<String, Object> layers(Dissection dissection) {
        Map<String, Object> layers = new LinkedHashMap<>();
        for (Dissection.Part part : dissection.parts()) {
            Header header = part.layer().header();
            layers.putIfAbsent(header.name(), values(part.layer()));
            if (header == Headers.IPV4 || header == Headers.IPV6) {
                layers.putIfAbsent(Ip.LAYER, inBothVocabularies(part.layer()));
            }
        }
        return layers;
    }

    /** The reader takes {@code ip.ttl} and {@code ip.hlim} for the same, whatever the family. */
    private static Map<String, Object> inBothVocabularies(Layer ip) {
        Map<String, Object> values = values(ip);
        Map<String, Object> both = new LinkedHashMap<>(values);
        Family family = ip.header() == Headers.IPV4 ? Family.IPV4 : Family.IPV6;
        Ip.sharedFields()
                .forEach(name -> Optional.ofNullable(values.get(Ip.field(name, family)))
                        .ifPresent(value -> both.put(name, value)));
        return both;
    }

    private static Map<String, Object> values(Layer layer) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : layer.header().fields()) {
            Optional<Object> none = field.kind() == Field.Kind.OPTIONS ? Optional.of(Options.of()) : Optional.empty();
            layer.value(field).or(() -> none).ifPresent(value -> values.put(field.name(), value));
        }
        return values;
    }
}
