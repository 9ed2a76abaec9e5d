package io.packetspec.abi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AbiTest {
    @Test
    void errnosAreKnownByNumberAndName() {
        assertThat(Errno.of(111)).hasToString("ECONNREFUSED");
        assertThat(Errno.named("EMSGSIZE")).contains(new Errno(90, "EMSGSIZE"));
        assertThat(Errno.names()).contains("EPERM", "EHWPOISON", "EWOULDBLOCK").doesNotHaveDuplicates();
    }

    @Test
    void anAliasStandsForTheErrnoThatIsPrinted() {
        assertThat(Errno.named("EWOULDBLOCK")).contains(Errno.of(11));
        assertThat(Errno.of(11)).hasToString("EAGAIN");
        assertThat(Errno.of(95)).hasToString("EOPNOTSUPP");
    }

    @Test
    void anErrnoWithoutANameIsCalledByItsNumber() {
        assertThat(Errno.of(4000)).hasToString("4000");
        assertThat(Errno.named("ENOSUCHTHING")).isEmpty();
    }

    @Test
    void constantsAreKnownByNameAndByPrefixAndValue() {
        assertThat(Constants.value("SOCK_RAW")).contains(3L);
        assertThat(Constants.value("MSG_CMSG_CLOEXEC")).contains(0x4000_0000L);
        assertThat(Constants.name("AF_", 1)).isEqualTo("AF_UNIX");
        assertThat(Constants.name("IPPROTO_", 0)).isEqualTo("IPPROTO_IP");
        assertThat(Constants.name("SOCK_", 77)).isEqualTo("77");
        assertThat(Constants.names("SHUT_")).containsExactly("SHUT_RD", "SHUT_WR", "SHUT_RDWR");
        assertThat(Constants.value("SOCK_RAWER")).isEmpty();
    }

    @Test
    void flagsAreToldByTheirNames() {
        assertThat(Constants.flags("EPOLL", 0x8000_0001L)).isEqualTo("EPOLLET|EPOLLIN");
        assertThat(Constants.flags("O_", 2050)).isEqualTo("O_RDWR|O_NONBLOCK");
        assertThat(Constants.flags("POLL", 0x8001)).isEqualTo("POLLIN|32768");
        assertThat(Constants.flags("POLL", 0)).isEqualTo("0");
    }

    @Test
    void requestsHaveTheNumbersOfTheConstants() {
        assertThat(IoctlRequest.names()).contains("SIOCINQ", "SIOCGIFFLAGS");
        assertThat(IoctlRequest.named("SIOCGIFMTU")).map(IoctlRequest::type).contains(IoctlRequest.Type.IFREQ_INT);
        assertThat(IoctlRequest.named("SIOCSPGRP")).isEmpty();
        for (String name : IoctlRequest.names()) {
            IoctlRequest request = IoctlRequest.named(name).orElseThrow();
            Constants.value(name)
                    .ifPresent(number -> assertThat(request.number()).as(name).isEqualTo(number));
        }
    }

    @Test
    void optionsCarryLevelNumberAndTypeOfValue() {
        assertThat(SocketOption.named("IP_HDRINCL")).contains(new SocketOption("IP_HDRINCL", 0, 3, Form.INT));
        assertThat(layout("SO_RCVTIMEO")).isEqualTo(Form.parse("timeval"));
        assertThat(layout("SO_LINGER")).isEqualTo(Struct.of("linger"));
        assertThat(layout("TCP_CONGESTION")).isEqualTo(Form.parse("text"));
        assertThat(SocketOption.named("ICMP_FILTER")).map(SocketOption::level).contains(255);
        assertThat(layout("IP_OPTIONS")).isEqualTo(Form.OCTETS);
        assertThat(SocketOption.named("IP_MULTICAST_IF"))
                .map(SocketOption::answer)
                .contains(Form.parse("ipv4"));
        assertThat(SocketOption.names()).contains("IPV6_CHECKSUM", "PACKET_QDISC_BYPASS");
    }

    private static Layout layout(String option) {
        return SocketOption.named(option).orElseThrow().layout();
    }

    @Test
    void controlMessagesAreKnownByNameAndByLevelAndType() {
        assertThat(ControlMessage.named("IP_TTL")).contains(new ControlMessage("IP_TTL", 0, 2, Form.INT));
        assertThat(ControlMessage.received(0, 8).name()).isEqualTo("IP_PKTINFO");
        assertThat(ControlMessage.received(1, 37).name()).isEqualTo("SCM_TIMESTAMPING");
        assertThat(ControlMessage.received(0, 99))
                .hasToString(ControlMessage.unknown(0, 99).toString());
        assertThat(ControlMessage.names()).contains("IPV6_HOPLIMIT").doesNotHaveDuplicates();
    }
}
