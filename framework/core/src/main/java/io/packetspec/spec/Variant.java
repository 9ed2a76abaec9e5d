package io.packetspec.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One runnable form of a spec: a family and a row of {@code each}, with every parameter already put in.
 *
 * @param label unique within the spec and stable, such as {@code ipv6} or {@code flags=S,reply=RA}; empty if the spec has no variants
 * @param allow frames that may come at any time without a step that expects them
 * @param failsOn null where it should pass on every kernel
 * @param title the spec's name with the parameters filled in, and the family where there are several
 */
public record Variant(
        String label,
        String title,
        Family family,
        Map<String, Object> parameters,
        Topology lab,
        List<Requirement> requires,
        @Nullable KnownFailure failsOn,
        List<Flow> flows,
        List<PacketTemplate> allow,
        List<Step> steps) {
    public Variant {
        parameters = Map.copyOf(parameters);
        requires = List.copyOf(requires);
        flows = List.copyOf(flows);
        allow = List.copyOf(allow);
        steps = List.copyOf(steps);
    }

    /** The same under another title. */
    public Variant titled(String other) {
        return new Variant(label, other, family, parameters, lab, requires, failsOn, flows, allow, steps);
    }

    /** The same with other steps. */
    public Variant with(List<Step> others) {
        return new Variant(label, title, family, parameters, lab, requires, failsOn, flows, allow, others);
    }
}
