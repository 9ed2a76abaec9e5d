package io.packetspec.run.call;

import io.packetspec.linux.Capabilities;
import io.packetspec.linux.Sockets;
import io.packetspec.linux.Sockets.Result;
import io.packetspec.linux.Transfers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The calls of scripts about files, pipes and capabilities: open(2), pipe(2), sendfile(2), splice(2), cap_set_proc(3). */
final class TransferCalls {
    private static final Set<String> NAMES = Set.of("open", "pipe", "sendfile", "splice", "cap_set");

    private TransferCalls() {}

    static boolean includes(String name) {
        return NAMES.contains(name);
    }

    static Supplier<Result> of(String name, Sockets on, Arguments given) {
        Transfers transfers = new Transfers(on);
        return switch (name) {
            case "open" -> () -> transfers.open((String) given.get("path"), given.number("flags"));
            case "pipe" -> transfers::pipe;
            case "sendfile" -> {
                long offset = (Long) given.get("offset");
                yield () ->
                        transfers.sendfile(given.number("socket"), given.number("in"), offset, given.number("size"));
            }
            case "splice" ->
                () -> transfers.splice(
                        given.number("socket"), given.number("out"), given.number("size"), given.number("flags"));
            default -> {
                boolean raised = given.number("op") != 0;
                yield () -> Capabilities.change(given.number("set"), given.number("capability"), raised);
            }
        };
    }

    /** The descriptors of a pipe. */
    static Map<String, Object> ends(byte[] data) {
        ByteBuffer ends = ByteBuffer.wrap(data);
        return Map.of("read", (long) ends.getInt(), "write", (long) ends.getInt());
    }
}
