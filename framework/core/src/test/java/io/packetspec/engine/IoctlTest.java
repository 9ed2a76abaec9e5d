package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks after descriptors: ioctl, fcntl, dup, accept4. */
final class IoctlTest {
    private static final String UDP = """
            - socket: {type: SOCK_DGRAM}
              as: s
            - bind: {socket: s, address: "dut:9"}
            """;
    private static final String DATAGRAM = """
            - inject: [udp: {sport: 4000, dport: 9}, payload: hello]
            - silence
            """;
    private static final String CONNECTION = """
            - socket: {type: SOCK_STREAM}
              as: listener
            - bind: {socket: listener, address: "dut:80"}
            - listen: {socket: listener}
            - inject: [tcp: {sport: 4000, dport: 80, flags: S, seq: 100}]
            - expect: [tcp: {flags: SA, ack: 101}]
              as: synack
            - inject: [tcp: {sport: 4000, dport: 80, flags: A, seq: 101, ack: "${synack.tcp.seq + 1}"}]
            - silence
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void queuesAreMeasured() {
        trial.passes(UDP + DATAGRAM + """
                - ioctl: {socket: s, request: SIOCINQ, value: 5}
                  returns: 0
                - ioctl: {socket: s, request: FIONREAD, value: {min: 1, max: 5}}
                - ioctl: {socket: s, request: SIOCOUTQ, value: 0}
                - recv: {socket: s, payload: hello}
                - ioctl: {socket: s, request: SIOCINQ}
                  as: left
                - check: left.value == 0 && left.returned == 0
                """);
    }

    @Test
    void whatIsSentAndNotAcknowledgedIsInTheQueueOfTcp() {
        trial.passes(CONNECTION + """
                - accept4: {socket: listener, flags: SOCK_NONBLOCK|SOCK_CLOEXEC, from: "peer:4000"}
                  as: c
                - fcntl: {socket: c, cmd: F_GETFL}
                  returns: O_RDWR|O_NONBLOCK
                - fcntl: {socket: c, cmd: F_GETFD}
                  returns: FD_CLOEXEC
                - ioctl: {socket: c, request: SIOCATMARK, value: 0}
                - send: {socket: c, payload: hello}
                - expect: [tcp: {flags: PA}, payload: hello]
                - ioctl: {socket: c, request: SIOCOUTQ, value: 5}
                - ioctl: {socket: c, request: SIOCOUTQNSD, value: 0}
                - inject: [tcp: {sport: 4000, dport: 80, flags: A, seq: 101, ack: "${synack.tcp.seq + 6}"}]
                - silence
                - ioctl: {socket: c, request: SIOCOUTQ, value: 0}
                """);
    }

    @Test
    void interfacesAreAskedByName() {
        trial.passes(UDP + """
                - ioctl: {socket: s, request: SIOCGIFINDEX, name: lo, value: 1}
                - ioctl: {socket: s, request: SIOCGIFMTU, name: eth0, value: 1500}
                - ioctl: {socket: s, request: SIOCGIFFLAGS, name: eth0, value: {not: IFF_LOOPBACK}}
                - ioctl: {socket: s, request: SIOCGIFFLAGS, name: lo, value: IFF_UP|IFF_LOOPBACK|IFF_RUNNING}
                - ioctl: {socket: s, request: SIOCGIFMTU, name: eth7}
                  fails: ENODEV
                """);
    }

    @Test
    void theStampOfTheLastDatagramIsThatOfItsFrame() {
        trial.passes(UDP + """
                - ioctl: {socket: s, request: SIOCGSTAMPNS}
                  fails: ENOENT
                - inject: [udp: {sport: 4000, dport: 9}]
                  as: sent
                - silence
                - recv: {socket: s}
                - ioctl: {socket: s, request: SIOCGSTAMPNS}
                  as: stamp
                - check: stamp.value > sent.time - 1000000000 && stamp.value < stamp.time
                """);
    }

    @Test
    void aSocketStopsBlocking() {
        trial.passes(UDP + """
                - fcntl: {socket: s, cmd: F_GETFL}
                  returns: O_RDWR
                - ioctl: {socket: s, request: FIONBIO, value: 1}
                - fcntl: {socket: s, cmd: F_GETFL}
                  returns: O_RDWR|O_NONBLOCK
                - recv: {socket: s}
                  fails: EAGAIN
                - fcntl: {socket: s, cmd: F_SETFL, arg: 0}
                - fcntl: {socket: s, cmd: F_GETFL}
                  as: flags
                - check: flags.returned == 2
                - fcntl: {socket: s, cmd: F_SETFL, arg: O_NONBLOCK}
                - recv: {socket: s}
                  fails: EAGAIN
                """);
    }

    @Test
    void aDuplicateIsTheSameSocketUnderAnotherNumber() {
        trial.passes(UDP + """
                - dup: {socket: s}
                  as: second
                - fcntl: {socket: s, cmd: F_DUPFD, arg: 200}
                  as: third
                - check: second != s && third >= 200
                - close: {socket: s}
                """ + DATAGRAM + """
                - poll: {socket: second, events: POLLIN, revents: POLLIN}
                - recv: {socket: third, payload: hello}
                - dup: {socket: 9999}
                  fails: EBADF
                """);
    }

    @Test
    void anotherValueFails() {
        assertThat(failure(UDP + DATAGRAM + "- ioctl: {socket: s, request: SIOCINQ, value: 6}\n"))
                .contains("ioctl: expected value 6, actual 5");
        assertThat(failure(UDP + "- ioctl: {socket: s, request: SIOCGIFFLAGS, name: lo, value: IFF_UP|IFF_LOOPBACK}\n"))
                .contains("ioctl: expected value IFF_UP|IFF_LOOPBACK, actual IFF_UP|IFF_LOOPBACK|IFF_RUNNING");
        assertThat(failure(UDP + "- fcntl: {socket: s, cmd: F_GETFL}\n  returns: O_RDWR|O_NONBLOCK\n"))
                .contains("fcntl: expected returned O_RDWR|O_NONBLOCK, actual O_RDWR");
    }

    @Test
    void acceptedFromSomewhereElseFails() {
        assertThat(failure(CONNECTION + "- accept4: {socket: listener, flags: 0, from: \"peer:4001\"}\n"))
                .contains("accept4: expected from {address: 192.0.2.2, port: 4001}, actual 192.0.2.2:4000");
    }

    private String failure(String steps) {
        return trial.failure(steps);
    }
}
