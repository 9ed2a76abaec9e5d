package io.packetspec.run.call;

import io.packetspec.packet.Dissection;
import io.packetspec.packet.Octets;
import io.packetspec.run.frame.Captured;
import io.packetspec.spec.Kept;
import io.packetspec.spec.PacketTemplate;
import io.packetspec.spec.Step;
import java.util.LinkedHashMap;
import java.util.Map;

/** What later steps see of a call under the name that its step keeps, as {@link Kept} promises it. */
public final class Keepsake {
    private Keepsake() {}

    public static Object of(Step.Call step, CallResult result) {
        Object packet = step.arguments().get("packet");
        Kept kept = Kept.by(step.signature(), step.arguments());
        if (kept.equals(Kept.DESCRIPTOR)) {
            return result.returned();
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("returned", result.returned());
        parts.put("time", result.began());
        parts.put("sockaddr", result.address());
        result.endpoint().ifPresent(endpoint -> {
            parts.put("address", endpoint.address());
            parts.put("port", (long) endpoint.port());
        });
        parts.put("control", result.controls().names());
        parts.put("msg_flags", result.flags());
        if (result.value() != null) {
            String part = step.signature().name().equals("poll") ? "revents" : "value";
            if (kept.parts().contains(part) || kept.structs().containsKey(part)) {
                parts.put(part, result.value());
            }
        }
        if (kept.layers() && packet instanceof PacketTemplate template && result.data() != null) {
            parts.putAll(layers(template, result.data()));
        }
        return parts;
    }

    private static Map<String, Object> layers(PacketTemplate template, Octets data) {
        return Captured.layers(Dissection.of(template.layers().get(0).header(), data));
    }
}
