package io.packetspec.spec.packetdrill;

import static io.packetspec.spec.packetdrill.MemberShape.counted;
import static io.packetspec.spec.packetdrill.MemberShape.member;
import static io.packetspec.spec.packetdrill.MemberShape.oneOf;

import io.packetspec.spec.packetdrill.MemberShape.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The structs of the language: each is known by its first member, and its members have one order. */
public enum StructKind {
    SOCKADDR(member("sa_family", Kind.NAME), member("sin_port", Kind.PORT), member("sin_addr", Kind.ADDRESS)),
    MSGHDR(
            counted("msg_name", Kind.ELLIPSIS, Kind.ELLIPSIS),
            counted("msg_iov", Kind.NUMBER, Kind.ARRAY),
            member("msg_flags", Kind.ANY),
            member("msg_control", Kind.ARRAY).optionally()),
    CMSGHDR(member("cmsg_level", Kind.ANY), member("cmsg_type", Kind.ANY), member("cmsg_data", Kind.ANY)),
    SCM_TIMESTAMPING(member("scm_sec", Kind.NUMBER), member("scm_nsec", Kind.NUMBER)),
    SOCK_EXTENDED_ERR(
            member("ee_errno", Kind.ANY),
            member("ee_origin", Kind.ANY),
            member("ee_type", Kind.ANY),
            member("ee_code", Kind.ANY),
            member("ee_info", Kind.ANY),
            member("ee_data", Kind.ANY)),
    POLLFD(
            member("fd", Kind.ANY),
            member("events", Kind.ANY),
            member("revents", Kind.ANY).optionally()),
    EPOLL_EVENT(member("events", Kind.ANY), oneOf("fd", "ptr", "u32", "u64")),
    LINGER(member("onoff", Kind.NUMBER), member("linger", Kind.NUMBER));

    private final List<MemberShape> members;

    StructKind(MemberShape... members) {
        this.members = List.of(members);
    }

    List<MemberShape> members() {
        return members;
    }

    static Optional<StructKind> byFirst(String member) {
        return Arrays.stream(values())
                .filter(kind -> kind.members.get(0).names().contains(member))
                .findAny();
    }
}
