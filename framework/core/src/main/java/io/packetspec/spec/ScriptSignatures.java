package io.packetspec.spec;

import io.packetspec.spec.Signature.Argument;
import io.packetspec.spec.Signature.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system calls that scripts make: those of specs, some of them with further arguments, and some that specs have not.
 * Arguments that are lists of numbers, {@code iov}, are no {@link Kind}: nobody reads them from a spec.
 */
public final class ScriptSignatures {
    private static final Argument SOCKET = new Argument("socket", Kind.DESCRIPTOR, true, "", "the descriptor");
    private static final Argument SIZE = new Argument("size", Kind.NUMBER, true, "", "in octets");
    private static final Argument FLAGS = new Argument("flags", Kind.FLAGS, true, "", "as of its manual page");
    private static final Argument BUFFER =
            new Argument("buffer", Kind.NUMBER, false, "", "0: a null pointer in its place");
    private static final Argument LENGTHS = new Argument("iov", Kind.NUMBER, false, "", "the lengths of the buffers");
    private static final Argument PACKET = new Argument("packet", Kind.PACKET, true, "", "what to send");

    private static final Map<String, List<Argument>> FURTHER = Map.of(
            "read", List.of(BUFFER),
            "recv", List.of(BUFFER),
            "recvfrom", List.of(BUFFER),
            "write", List.of(BUFFER),
            "send", List.of(BUFFER),
            "sendto", List.of(BUFFER),
            "sendmsg", List.of(LENGTHS),
            "recvmsg", List.of(LENGTHS),
            "epoll_ctl", List.of(new Argument("data", Kind.NUMBER, false, "", "what the kernel reports")),
            "epoll_wait", List.of(new Argument("first", Kind.READY, false, "", "what must be reported first")));

    private static final List<Signature> OTHERS = List.of(
            new Signature("readv", List.of(SOCKET, LENGTHS)),
            new Signature("writev", List.of(SOCKET, PACKET, LENGTHS)),
            new Signature("open", List.of(new Argument("path", Kind.TEXT, true, "", "of the file"), FLAGS)),
            new Signature("pipe", List.of()),
            new Signature(
                    "sendfile",
                    List.of(
                            SOCKET,
                            new Argument("in", Kind.DESCRIPTOR, true, "", "the file"),
                            new Argument("offset", Kind.NUMBER, true, "", "in the file, in octets"),
                            SIZE)),
            new Signature(
                    "splice", List.of(SOCKET, new Argument("out", Kind.DESCRIPTOR, true, "", "where to"), SIZE, FLAGS)),
            new Signature("epoll_create", List.of(SIZE)),
            new Signature(
                    "cap_set",
                    List.of(
                            new Argument("set", Kind.NUMBER, true, "", "0 effective, 1 permitted, 2 inheritable"),
                            new Argument("capability", Kind.CONSTANT, true, "CAP_", "the capability"),
                            new Argument("op", Kind.NUMBER, true, "", "0 clears it, 1 sets it"))));

    private ScriptSignatures() {}

    public static Optional<Signature> named(String name) {
        return Signatures.named(name).map(ScriptSignatures::extended).or(() -> other(name));
    }

    private static Signature extended(Signature signature) {
        List<Argument> further = FURTHER.getOrDefault(signature.name(), List.of());
        return new Signature(
                signature.name(),
                Stream.concat(signature.arguments().stream(), further.stream()).toList());
    }

    private static Optional<Signature> other(String name) {
        return OTHERS.stream()
                .filter(signature -> signature.name().equals(name))
                .findFirst();
    }
}
