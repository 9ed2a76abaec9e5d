package io.packetspec.run;

import io.packetspec.abi.Constants;
import io.packetspec.abi.SocketOption;
import io.packetspec.linux.SocketAddress;
import io.packetspec.linux.Sockets;
import io.packetspec.packet.Address;
import io.packetspec.packet.Octets;
import io.packetspec.spec.Endpoint;
import io.packetspec.spec.Family;
import io.packetspec.spec.Step;
import io.packetspec.trace.Trace;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Turns a call step into the system call: prepared on the spec's thread, made on the host's. */
final class Calls {
    private static final int ROOM = 65_535;
    private static final int BACKLOG = 128;
    private final Bench bench;

    Calls(Bench bench) {
        this.bench = bench;
    }

    /** The call with everything computed that can be; running it makes the call and nothing else. */
    Callable<CallResult> prepared(Step.Call step, Arguments arguments) {
        Made call = call(step, arguments);
        return () -> {
            long began = Trace.now();
            Sockets.Result result = call.make();
            return call.result(result, began, Trace.now());
        };
    }
}
