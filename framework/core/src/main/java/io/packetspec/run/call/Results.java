package io.packetspec.run.call;

import io.packetspec.abi.IoctlRequest;
import io.packetspec.abi.SocketOption;
import io.packetspec.linux.Sockets;
import io.packetspec.packet.Octets;
import io.packetspec.run.memory.AddressCodec;
import io.packetspec.run.memory.Controls;
import io.packetspec.run.memory.LayoutCodec;
import io.packetspec.spec.Step;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** What a system call came to, in the words of specs. */
final class Results {
    private Results() {}

    static CallResult of(Step.Call step, Arguments arguments, Sockets.Result result, long began, long ended) {
        String name = step.signature().name();
        boolean succeeded = result.errno() == null;
        boolean receives = name.startsWith("rec") || name.startsWith("read");
        return new CallResult(
                result.value(),
                result.errno(),
                succeeded && receives ? Octets.of(result.data()) : null,
                AddressCodec.decode(result.address()),
                succeeded ? value(name, arguments, result.data()) : null,
                Octets.of(result.data()),
                Controls.decode(result.control()),
                result.flags(),
                began,
                ended,
                0);
    }

    private static @Nullable Object value(String name, Arguments arguments, byte[] data) {
        return switch (name) {
            case "getsockopt" -> LayoutCodec.decode(((SocketOption) arguments.get("option")).answer(), data);
            case "ioctl" -> ControlCalls.value((IoctlRequest) arguments.get("request"), data);
            case "pipe" -> TransferCalls.ends(data);
            case "epoll_wait" -> EventCalls.reported(data);
            case "poll" ->
                arguments.has("fds")
                        ? EventCalls.reported(data)
                        : (Object) (long) ByteBuffer.wrap(data)
                                .order(ByteOrder.nativeOrder())
                                .getShort(0);
            default -> null;
        };
    }
}
