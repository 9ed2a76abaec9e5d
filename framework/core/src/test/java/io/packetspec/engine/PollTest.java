package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for several descriptors: poll with a list, and epoll. */
final class PollTest {
    private static final String TWO = """
            - socket: {type: SOCK_DGRAM}
              as: a
            - bind: {socket: a, address: "dut:9"}
            - socket: {type: SOCK_DGRAM}
              as: b
            - bind: {socket: b, address: "dut:10"}
            """;
    private static final String EPOLL = TWO + """
            - epoll_create1: {}
              as: ep
            - epoll_ctl: {epoll: ep, op: EPOLL_CTL_ADD, socket: a, events: EPOLLIN|EPOLLET}
            - epoll_ctl: {epoll: ep, op: EPOLL_CTL_ADD, socket: b, events: [EPOLLIN, EPOLLOUT]}
            """;
    private static final String DATAGRAM = """
            - inject: [udp: {sport: 4000, dport: 9}, payload: hello]
            - silence
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void pollTellsTheEventsOfEachDescriptor() {
        trial.passes(TWO + DATAGRAM + """
                - poll:
                    fds:
                      - {socket: b, events: POLLIN, revents: 0}
                      - {socket: a, events: POLLIN|POLLPRI, revents: POLLIN}
                      - {socket: b, events: POLLOUT, revents: {not: 0}}
                      - {socket: 9999, events: POLLIN, revents: POLLNVAL}
                      - {socket: a, events: POLLIN}
                    timeout: 1s
                  returns: 4
                """);
    }

    @Test
    void everyDescriptorWithOtherEventsIsTold() {
        String steps = TWO + """
                - poll:
                    fds: [{socket: a, events: POLLIN|POLLOUT, revents: POLLIN}, {socket: b, events: POLLIN, revents: {not: 0}}]
                """;
        assertThat(trial.failure(steps))
                .contains("trial.spec.yaml:11:9: poll: revents differ\n"
                        + "  fds[0], a: expected POLLIN, actual POLLOUT\n"
                        + "  fds[1], b: expected {not: 0}, actual 0\n");
    }

    @Test
    void eventsOfOneDescriptorAreToldByName() {
        String wrong = TWO + "- poll: {socket: a, events: POLLIN|POLLOUT, revents: POLLIN}\n";
        assertThat(trial.failure(wrong)).contains("poll: expected revents POLLIN, actual POLLOUT");
    }

    @Test
    void epollReportsInAnyOrderAndAnEdgeOnce() {
        trial.passes(EPOLL + DATAGRAM + """
                - epoll_wait: {epoll: ep, timeout: 1s, maxevents: 8, events: [{socket: b, events: EPOLLOUT}, {socket: a, events: EPOLLIN}]}
                  returns: 2
                - epoll_wait: {epoll: ep, events: [{socket: b, events: EPOLLOUT}]}
                - epoll_ctl: {epoll: ep, op: EPOLL_CTL_DEL, socket: b}
                - epoll_wait: {epoll: ep, events: []}
                  returns: 0
                - epoll_ctl: {epoll: ep, op: EPOLL_CTL_MOD, socket: b}
                  fails: ENOENT
                """);
    }

    @Test
    void aDescriptorThatIsNotExpectedFails() {
        String steps = EPOLL + DATAGRAM + "- epoll_wait: {epoll: ep, events: [{socket: a, events: EPOLLIN}]}\n";
        assertThat(trial.failure(steps))
                .containsPattern(
                        "epoll_wait: events differ\n"
                                + "  expected \\[\\{socket: a, events: EPOLLIN}]\n"
                                + "  actual   \\[\\{socket: (a|\\d+), events: EPOLL(IN|OUT)}, \\{socket: (a|\\d+), events: EPOLL(IN|OUT)}]");
    }

    @Test
    void anEventThatDoesNotComeFails() {
        String steps = EPOLL + "- epoll_wait: {epoll: ep, events: [{socket: b, events: EPOLLIN|EPOLLOUT}]}\n";
        assertThat(trial.failure(steps))
                .contains(
                        "expected [{socket: b, events: EPOLLIN|EPOLLOUT}]\n  actual   [{socket: b, events: EPOLLOUT}]");
        String none = EPOLL + """
                - epoll_ctl: {epoll: ep, op: EPOLL_CTL_DEL, socket: b}
                - epoll_wait: {epoll: ep, events: [{socket: a, events: any}]}
                """;
        assertThat(trial.failure(none)).contains("expected [{socket: a, events: any}]\n  actual   []");
    }

    @Test
    void epollWaitsInTheBackground() {
        trial.passes(EPOLL + """
                - epoll_ctl: {epoll: ep, op: EPOLL_CTL_DEL, socket: b}
                - epoll_wait: {epoll: ep, timeout: 3s, events: [{socket: a, events: EPOLLIN}]}
                  background: waiting
                """ + DATAGRAM + """
                - await: waiting
                """);
    }

    @Test
    void aWaitThatNobodyEndsIsWokenWithTheLab() {
        String steps = EPOLL + """
                - epoll_ctl: {epoll: ep, op: EPOLL_CTL_DEL, socket: b}
                - epoll_wait: {epoll: ep, timeout: 1000s}
                  background: waiting
                - await: waiting
                  within: 20ms
                """;
        assertThat(trial.failure(steps)).contains("epoll_wait still blocks after 20.000 ms");
    }
}
