package io.packetspec.run;

import io.packetspec.lab.Host;
import io.packetspec.lab.Lab;
import io.packetspec.linux.RealTime;
import io.packetspec.run.time.Calibration;
import io.packetspec.spec.Variant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all runs have in common where times count: found out by the first that needs it, told when the last has ended. */
final class Timekeeping {
    private final Settings settings;
    private @Nullable Calibration calibration;
    private @Nullable Boolean permitted;

    Timekeeping(Settings settings) {
        this.settings = settings;
    }

    /** How this variant is run: the tolerances of scripts are as wide as this machine needs them. */
    Settings settings(Variant variant) {
        return Urgency.isScript(variant) ? settings.scaled(calibration(variant).factor()) : settings;
    }

    private synchronized Calibration calibration(Variant variant) {
        if (calibration == null) {
            // What discovery has left would be collected in the middle of the first scripts.
            System.gc();
            calibration = Calibration.measure(isUrgent(variant, false));
        }
        return calibration;
    }

    /** Gives the calling thread and those of the lab the priority of this run, the calling one until it leaves it. */
    RealTime priority(Variant variant, boolean again, Lab lab) {
        RealTime own = isUrgent(variant, again) ? RealTime.enter() : RealTime.none();
        if (own.given()) {
            lab.hosts().forEach(Host::hurry);
        }
        return own;
    }

    private boolean isUrgent(Variant variant, boolean again) {
        return isPermitted() && settings.urgency().includes(variant, again);
    }

    /** Whoever waits for times waits for what collects garbage, too. */
    private synchronized boolean isPermitted() {
        if (permitted == null && settings.urgency() != Urgency.OFF) {
            RealTime attempt = RealTime.enter();
            attempt.leave();
            permitted = attempt.given();
            if (permitted) {
                RealTime.collect();
            }
        }
        return permitted != null && permitted;
    }

    /** By name; empty where no times counted. */
    synchronized Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        if (calibration != null) {
            told.put("tolerance factor", calibration.text());
        }
        if (permitted != null) {
            told.put("real-time priority", permitted ? "permitted" : "not permitted: it takes CAP_SYS_NICE");
        }
        return told;
    }
}
