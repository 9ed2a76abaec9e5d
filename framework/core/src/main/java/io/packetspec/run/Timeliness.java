package io.packetspec.run;

import io.packetspec.run.frame.Captured;
import io.packetspec.run.report.SpecFailure;
import java.time.Duration;

/** When an expected frame is due. */
interface Timeliness {
    /** How long to wait for a frame: as long as it may come, and for one that is late as long as for any. */
    Duration limit();

    /** @throws SpecFailure if the frame did not come in its time */
    void check(Captured frame);
}
