package io.packetspec.spec;

import static io.packetspec.spec.Signature.Kind.CONSTANT;
import static io.packetspec.spec.Signature.Kind.CONTROL;
import static io.packetspec.spec.Signature.Kind.CONTROL_MATCH;
import static io.packetspec.spec.Signature.Kind.DESCRIPTOR;
import static io.packetspec.spec.Signature.Kind.DURATION;
import static io.packetspec.spec.Signature.Kind.ENDPOINT;
import static io.packetspec.spec.Signature.Kind.ENDPOINT_MATCH;
import static io.packetspec.spec.Signature.Kind.FLAGS;
import static io.packetspec.spec.Signature.Kind.MATCH;
import static io.packetspec.spec.Signature.Kind.NUMBER;
import static io.packetspec.spec.Signature.Kind.OPTION;
import static io.packetspec.spec.Signature.Kind.OPTION_VALUE;
import static io.packetspec.spec.Signature.Kind.PACKET;
import static io.packetspec.spec.Signature.Kind.PROTOCOL;
import static io.packetspec.spec.Signature.Kind.READY;
import static io.packetspec.spec.Signature.Kind.REQUEST;
import static io.packetspec.spec.Signature.Kind.REQUEST_VALUE;
import static io.packetspec.spec.Signature.Kind.TEXT;
import static io.packetspec.spec.Signature.Kind.WATCHES;

import io.packetspec.spec.Signature.Argument;
import java.util.List;
import java.util.Optional;

/** The system calls that specs can make, by their POSIX names. */
public final class Signatures {
    private static final Argument SOCKET =
            required("socket", DESCRIPTOR, "", "the descriptor that an earlier step kept");
    private static final Argument TO = required("to", ENDPOINT, "", "the destination, as host:port or host");
    private static final Argument DATA = required("packet", PACKET, "", "what to send; `payload:` for plain octets");
    private static final Argument RECEIVED = optional("packet", PACKET, "", "what must have been received");
    private static final Argument FROM = optional("from", ENDPOINT_MATCH, "", "where it must have come from");
    private static final Argument SIZE =
            optional("size", NUMBER, "", "room in the buffer in octets, 65535 if left out");
    private static final Argument MESSAGE = optional("flags", FLAGS, "MSG_", "such as MSG_DONTWAIT");
    private static final Argument LEVEL =
            optional("level", CONSTANT, "", "SOL_SOCKET, IPPROTO_IP …; that of the option if left out");
    private static final Argument OPTION_NAME =
            required("option", OPTION, "", "the option's name, or number with a level");

    private static final Argument EPOLL = required("epoll", DESCRIPTOR, "", "the descriptor that epoll_create1 kept");

    private static final List<Signature> ALL = List.of(
            new Signature(
                    "socket",
                    List.of(
                            optional("domain", CONSTANT, "AF_", "AF_INET or AF_INET6 by the spec's family if left out"),
                            required("type", FLAGS, "SOCK_", "SOCK_STREAM, SOCK_DGRAM, SOCK_RAW …, with SOCK_NONBLOCK"),
                            optional("protocol", PROTOCOL, "IPPROTO_", "0 if left out; ETH_P_ for AF_PACKET"))),
            new Signature("bind", List.of(SOCKET, required("address", ENDPOINT, "", "the local address"))),
            new Signature("connect", List.of(SOCKET, TO)),
            new Signature("listen", List.of(SOCKET, optional("backlog", NUMBER, "", "128 if left out"))),
            new Signature("accept", List.of(SOCKET, FROM)),
            new Signature("send", List.of(SOCKET, DATA, MESSAGE)),
            new Signature("sendto", List.of(SOCKET, TO, DATA, MESSAGE)),
            new Signature("write", List.of(SOCKET, DATA)),
            new Signature("recv", List.of(SOCKET, SIZE, MESSAGE, RECEIVED)),
            new Signature("recvfrom", List.of(SOCKET, SIZE, MESSAGE, RECEIVED, FROM)),
            new Signature(
                    "sendmsg",
                    List.of(
                            SOCKET,
                            DATA,
                            optional("to", ENDPOINT, "", "the destination; none if left out"),
                            optional("control", CONTROL, "", "control messages by their names"),
                            MESSAGE)),
            new Signature(
                    "recvmsg",
                    List.of(
                            SOCKET,
                            SIZE,
                            optional("control-size", NUMBER, "", "room for control messages, 4096 if left out"),
                            MESSAGE,
                            RECEIVED,
                            FROM,
                            optional("control", CONTROL_MATCH, "", "control messages that must be there, or absent"),
                            optional("msg_flags", MATCH, "MSG_", "what the call must report"))),
            new Signature("read", List.of(SOCKET, SIZE, RECEIVED)),
            new Signature(
                    "setsockopt",
                    List.of(SOCKET, LEVEL, OPTION_NAME, required("value", OPTION_VALUE, "", "the value to set"))),
            new Signature(
                    "getsockopt",
                    List.of(SOCKET, LEVEL, OPTION_NAME, optional("value", MATCH, "", "what the value must be"))),
            new Signature("getsockname", List.of(SOCKET, optional("address", ENDPOINT_MATCH, "", "what it must be"))),
            new Signature("getpeername", List.of(SOCKET, optional("address", ENDPOINT_MATCH, "", "what it must be"))),
            new Signature(
                    "shutdown", List.of(SOCKET, required("how", CONSTANT, "SHUT_", "SHUT_RD, SHUT_WR or SHUT_RDWR"))),
            new Signature(
                    "poll",
                    List.of(
                            SOCKET,
                            required("events", FLAGS, "POLL", "what to wait for, such as POLLIN"),
                            optional("timeout", DURATION, "", "none if left out: it returns at once"),
                            optional("revents", MATCH, "POLL", "what must be reported"),
                            optional("fds", WATCHES, "", "several descriptors, in place of one"))),
            new Signature("close", List.of(SOCKET)),
            new Signature(
                    "accept4", List.of(SOCKET, required("flags", FLAGS, "SOCK_", "SOCK_NONBLOCK, SOCK_CLOEXEC"), FROM)),
            new Signature("dup", List.of(SOCKET)),
            new Signature(
                    "fcntl",
                    List.of(
                            SOCKET,
                            required("cmd", CONSTANT, "F_", "such as F_GETFL"),
                            optional("arg", FLAGS, "", "a number or constants; 0 if left out"))),
            new Signature(
                    "ioctl",
                    List.of(
                            SOCKET,
                            required("request", REQUEST, "", "the request's name"),
                            optional("name", TEXT, "", "of the interface"),
                            optional("value", REQUEST_VALUE, "", "what to set, or what it must be"))),
            new Signature(
                    "epoll_create1", List.of(optional("flags", FLAGS, "EPOLL_", "EPOLL_CLOEXEC; none if left out"))),
            new Signature(
                    "epoll_ctl",
                    List.of(
                            EPOLL,
                            required("op", CONSTANT, "EPOLL_CTL_", "EPOLL_CTL_ADD, EPOLL_CTL_MOD or EPOLL_CTL_DEL"),
                            SOCKET,
                            optional("events", FLAGS, "EPOLL", "what to wait for, such as EPOLLIN; none if left out"))),
            new Signature(
                    "epoll_wait",
                    List.of(
                            EPOLL,
                            optional("maxevents", NUMBER, "", "room for so many, 64 if left out"),
                            optional("timeout", DURATION, "", "none if left out: it returns at once"),
                            optional("events", READY, "", "what must be reported, in any order"))));

    private Signatures() {}

    public static List<Signature> all() {
        return ALL;
    }

    public static Optional<Signature> named(String name) {
        return ALL.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private static Argument required(String name, Signature.Kind kind, String prefix, String meaning) {
        return new Argument(name, kind, true, prefix, meaning);
    }

    private static Argument optional(String name, Signature.Kind kind, String prefix, String meaning) {
        return new Argument(name, kind, false, prefix, meaning);
    }
}
