package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The system calls of packetdrill's scripts, beyond those of specs. */
final class ScriptCallsTest extends ConnectionTrial {
    @Test
    void aNullPointerIsABadAddress() {
        passes("""
                +0 < P. 1:11(10) ack 1 win 32792
                +0 > . 1:1(0) ack 11
                +0 read(4, NULL, 10) = -1 EFAULT (Bad address)
                +0 recv(4, NULL, 10, 0) = -1 EFAULT (Bad address)
                +0 recvfrom(4, NULL, 10, 0, ..., ...) = -1 EFAULT (Bad address)
                +0 write(4, NULL, 10) = -1 EFAULT (Bad address)
                +0 send(4, NULL, 10, 0) = -1 EFAULT (Bad address)
                +0 sendto(4, NULL, 10, 0, ..., ...) = -1
                +0 read(4, ..., 10) = 10
                """);
    }

    @Test
    void aCallThatMustFailMayNotSucceed() {
        assertThat(failing("+0 write(4, ..., 10) = -1\n")).contains("write: expected returned -1, actual 10");
    }

    @Test
    void buffersComeInVectors() {
        passes("""
                +0 writev(4, [{..., 3}, {..., 4}], 2) = 7
                +0 > P. 1:8(7) ack 1
                +0 < P. 1:11(10) ack 8 win 32792
                +0 > . 8:8(0) ack 11
                +0 readv(4, [{..., 6}, {..., 6}], 2) = 10
                +0 sendmsg(4, {msg_name(...)=..., msg_iov(2)=[{..., 2}, {..., 3}], msg_flags=0}, 0) = 5
                +0 > P. 8:13(5) ack 11
                """);
    }

    @Test
    void aWrongNumberOfVectorsIsAProblem() {
        assertThat(failing("+0 writev(4, [{..., 3}], 2) = 3\n")).contains("ipv6.pkt:10:26: there are 1 buffers, not 2");
    }

    @Test
    void aFileIsSent() {
        passes("""
                +0 `head -c 100 /dev/zero >/tmp/zeros`
                +0 open("/tmp/zeros", O_RDONLY) = 5
                +0 sendfile(4, 5, [90], 100) = 10
                +0 > P. 1:11(10) ack 1
                """);
    }

    @Test
    void aPipeIsSpliced() {
        passes("""
                +0 pipe([5, 6]) = 0
                +0 < P. 1:11(10) ack 1 win 32792
                +0 > . 1:1(0) ack 11
                +0 splice(4, NULL, 6, NULL, 10, SPLICE_F_MOVE) = 10
                +0 read(5, ..., 100) = 10
                +0 close(5) = 0
                +0 close(6) = 0
                """);
    }

    @Test
    void epollReportsWhatItWasTold() {
        passes("""
                +0 epoll_create(1) = 5
                +0 epoll_ctl(5, EPOLL_CTL_ADD, 4, {events=EPOLLIN, ptr=0x1234}) = 0
                +0 epoll_wait(5, {events=0, ptr=0}, 1, 0) = 0
                +0 < P. 1:11(10) ack 1 win 32792
                +0 > . 1:1(0) ack 11
                +0 epoll_wait(5, {events=EPOLLIN, ptr=0x1234}, 1, 0) = 1
                +0 epoll_ctl(5, EPOLL_CTL_MOD, 4, {events=EPOLLIN|EPOLLOUT, fd=4}) = 0
                +0 epoll_wait(5, {events=EPOLLIN|EPOLLOUT, fd=4}, 1, 0) = 1
                """);
        assertThat(failing("""
                        +0 epoll_create(1) = 5
                        +0 epoll_ctl(5, EPOLL_CTL_ADD, 4, {events=EPOLLOUT, u32=7}) = 0
                        +0 epoll_wait(5, {events=EPOLLOUT, u32=8}, 1, 0) = 1
                        """)).contains("expected [{socket: 8, events: EPOLLOUT}]", "actual   [{socket: 7");
    }

    @Test
    void stampsAreHeldAgainstTheClockOfTheScript() {
        String told = """
                +.05 setsockopt(4, SOL_SOCKET, SO_TIMESTAMPING,
                    [SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_ID], 4) = 0
                +0 write(4, ..., 100) = 100
                +0 > P. 1:101(100) ack 1
                +.05 recvmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 0}], msg_flags=MSG_ERRQUEUE|MSG_TRUNC, msg_control=[
                    {cmsg_level=SOL_SOCKET, cmsg_type=SCM_TIMESTAMPING, cmsg_data={scm_sec=0, scm_nsec=NANOS}},
                    {cmsg_level=CMSG_LEVEL_IP, cmsg_type=CMSG_TYPE_RECVERR, cmsg_data={ee_errno=ENOMSG,
                        ee_origin=SO_EE_ORIGIN_TIMESTAMPING, ee_type=0, ee_code=0, ee_info=SCM_TSTAMP_SND, ee_data=99}}
                    ]}, MSG_ERRQUEUE) = 0
                """;
        passes(told.replace("NANOS", "60000000"));
        assertThat(failing(told.replace("NANOS", "90000000")))
                .contains("recvmsg: expected control.SCM_TIMESTAMPING.software {min: ");
    }

    @Test
    void codeSeesCongestionControlAndMemory() {
        passes("""
                +0 %{ assert SK_MEMINFO_RMEM_ALLOC == 0, SK_MEMINFO_RMEM_ALLOC; assert tcpi_state == TCP_ESTABLISHED }%
                +0 setsockopt(4, SOL_TCP, TCP_CONGESTION, "bbr", 3) = 0
                +0 write(4, ..., 1000) = 1000
                +0 > P. 1:1001(1000) ack 1
                +.01 < . 1:1(0) ack 1001 win 32792
                +0 %{ assert bbr_pacing_gain == 739, bbr_pacing_gain; assert bbr_bw >> 32 == bbr_bw_hi }%
                """);
    }

    @Test
    void aCapabilityIsGivenUpForGood() {
        passes("""
                +0 setsockopt(4, SOL_SOCKET, SO_MARK, [1], 4) = 0
                +0 cap_set(CAP_EFFECTIVE, CAP_NET_ADMIN, CAP_CLEAR) = 0
                +0 cap_set(CAP_EFFECTIVE, CAP_NET_RAW, CAP_CLEAR) = 0
                +0 setsockopt(4, SOL_SOCKET, SO_MARK, [1], 4) = -1 EPERM (Operation not permitted)
                +0 cap_set(CAP_EFFECTIVE, CAP_NET_ADMIN, CAP_SET) = 0
                +0 setsockopt(4, SOL_SOCKET, SO_MARK, [1], 4) = 0
                """);
    }

    /** Whoever gives up CAP_SYS_NICE keeps its real-time priority, but cannot pass it on. */
    @Test
    void commandsRunWithoutTheCapabilityOfPriorities() {
        passes("""
                +0 cap_set(CAP_EFFECTIVE, CAP_SYS_NICE, CAP_CLEAR) = 0
                +0 `true`
                +0 %{ assert tcpi_state == TCP_ESTABLISHED }%
                """);
    }

    /** Whether the kernel took its time or the thread was kept from a processor: what comes behind it is later. */
    @Test
    void aCallThatTakesLongMakesTheHarnessLate() {
        assertThat(failing("""
                        +0 setsockopt(4, SOL_SOCKET, SO_LINGER, {onoff=1, linger=1}, 8) = 0
                        +0 write(4, ..., 10) = 10
                        +0 close(4) = 0
                        +0 listen(3, 1) = -1
                        """))
                .contains("ipv6.pkt:13:4: listen", "a first run failed too")
                .containsPattern("\\(the harness was late by 1\\d{3}\\.\\d{3} ms\\)");
    }

    @Test
    void aConnectionIsUndone() {
        passes("""
                +0 connect(4, AF_UNSPEC, ...) = 0
                +0~+.01 > R. 1:1(0) ack 1
                +0 write(4, ..., 10) = -1 ECONNRESET (Connection reset by peer)
                """);
    }
}
