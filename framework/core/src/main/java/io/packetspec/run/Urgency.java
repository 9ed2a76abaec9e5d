package io.packetspec.run;

import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;

/** Whose threads get real-time priority, where that is permitted. */
public enum Urgency {
    /** Nobody's. */
    OFF,
    /** Those of scripts, for all that they do has its time, and of what is run again because the harness was late. */
    AUTO,
    /** Those of all specs: as long as these compute, nothing else does. */
    ON;

    boolean includes(Variant variant, boolean again) {
        return this == ON || this == AUTO && (again || isScript(variant));
    }

    static boolean isScript(Variant variant) {
        return variant.steps().stream().anyMatch(Step.Script.class::isInstance);
    }
}
