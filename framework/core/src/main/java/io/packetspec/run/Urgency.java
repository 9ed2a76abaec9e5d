package io.packetspec.run;

import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;

/** Whose threads get real-time priority, where that is permitted. */
public enum Urgency {
    /** Nobody's. */
    OFF,
    /** Those of scripts: all that they do has its time. */
    AUTO,
    /** Those of all specs. */
    ON;

    boolean includes(Variant variant) {
        return this == ON || this == AUTO && isScript(variant);
    }

    static boolean isScript(Variant variant) {
        return variant.steps().stream().anyMatch(Step.Script.class::isInstance);
    }
}
