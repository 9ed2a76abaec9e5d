package io.packetspec.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetspec.lab.Plan.EntryPlan;
import io.packetspec.linux.SocketAddress;
import io.packetspec.linux.Sockets;
import io.packetspec.linux.Sockets.Result;
import io.packetspec.linux.SystemCallException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts what the whole JVM holds")
final class TearDownTest {
    private Set<String> namespaces = Set.of();
    private List<String> descriptors = List.of();

    @BeforeEach
    void rememberWhatIsHeldOnceTheFirstLabIsGone() {
        Lab.open(Plans.plain()).close();
        await().until(() -> Namespaces.inhabited().size() == 1);
        await().pollInterval(Duration.ofMillis(100)).until(Namespaces::descriptors, now -> {
            boolean settled = now.equals(descriptors);
            descriptors = now;
            return settled;
        });
        namespaces = Namespaces.inhabited();
    }

    private void assertNothingIsLeft() {
        await().untilAsserted(() -> {
            assertThat(Namespaces.inhabited()).isEqualTo(namespaces);
            assertThat(Namespaces.descriptors()).isEqualTo(descriptors);
        });
    }

    @Test
    void closedLabsLeaveNothingBehind() {
        for (int i = 0; i < 50; i++) {
            Lab.open(i % 2 == 0 ? Plans.plain() : Plans.routed()).close();
        }
        assertNothingIsLeft();
    }

    @Test
    void afterTheClearanceTheKernelHasNothingLeftToDo() throws Exception {
        for (int i = 0; i < 30; i++) {
            Lab.open(i % 2 == 0 ? Plans.plain() : Plans.routed()).close();
        }
        assertThat(farEnds()).as("before").isNotEmpty();
        Clearance.await(Duration.ofSeconds(10));
        assertThat(farEnds()).as("after").isEmpty();
        assertThat(Undertaker.isIdle()).isTrue();
        assertThat(Inhabitant.areThere()).isFalse();
    }

    /** What the far end of all wires has of labs. */
    private static List<String> farEnds() throws Exception {
        FutureTask<List<String>> look = new FutureTask<>(() -> {
            FarEnd.get().namespace().enter();
            return Files.readAllLines(Path.of("/proc/thread-self/net/dev"));
        });
        Undertaker.thread("look at the far end", look).start();
        return look.get().stream()
                .filter(line -> line.strip().startsWith("wire"))
                .toList();
    }

    @Test
    void aClearanceThatIsHeldUpEndsInItsTime() {
        try (Lab open = Lab.open(Plans.plain())) {
            open.hosts().forEach(Host::inhabit);
            long began = System.nanoTime();
            Clearance.await(Duration.ofMillis(100));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("while " + open.hosts() + " live")
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(2));
        }
    }

    @Test
    void whoHasNothingToDoHasNoThread() {
        try (Lab lab = Lab.open(Plans.plain())) {
            assertThat(Inhabitant.areThere()).isFalse();
            lab.host("dut").inhabit();
            assertThat(Inhabitant.areThere()).isTrue();
        }
    }

    @Test
    void aLabThatFailsLateIsTakenDownAndSaysWhatFailed() {
        EntryPlan unreachable = Plans.route(null, Plans.address("203.0.113.1"));
        assertThatThrownBy(() -> Lab.open(Plans.dut(Map.of(), unreachable)))
                .isInstanceOf(SystemCallException.class)
                .hasMessage("host dut: adding route default via 203.0.113.1 failed: ENETUNREACH"
                        + " (Nexthop has invalid gateway)");
        assertNothingIsLeft();
    }

    @Test
    void aSysctlThatDoesNotExistIsNamedWithItsHost() {
        assertThatThrownBy(() -> Lab.open(Plans.dut(Map.of("net.ipv4.no_such_thing", "1"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("host dut: writing '1' to sysctl net.ipv4.no_such_thing failed: ");
        assertNothingIsLeft();
    }

    @Test
    void callsThatBlockEndWithTheLab() throws Exception {
        Lab lab = Lab.open(Plans.plain());
        Host dut = lab.host("dut");
        Sockets sockets = dut.sockets();
        List<Callable<Result>> blocking = List.of(
                () -> sockets.recv((int) sockets.socket(2, 2, 0).value(), 100, 0),
                () -> sockets.recv((int) sockets.socket(2, 3, 253).value(), 100, 0),
                () -> sockets.recvfrom((int) sockets.socket(17, 3, 0x0300).value(), 100, 0),
                () -> accept(sockets),
                () -> connectToNobody(sockets),
                () -> sockets.poll(List.of(), List.of(), -1).result());
        List<Future<Result>> pending = blocking.stream().map(dut::background).toList();
        assertThatThrownBy(() -> dut.call(() -> accept(sockets), Duration.ofMillis(20)))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> dut.call(() -> 1))
                .hasMessage("host dut is still busy with a call that exceeded its time");
        lab.close();
        for (Future<Result> one : pending) {
            one.get(5, TimeUnit.SECONDS);
        }
        assertNothingIsLeft();
        assertThatThrownBy(() -> dut.call(() -> 1)).hasMessage("the lab of host dut is closed");
    }

    private static Result accept(Sockets sockets) {
        int listener = (int) sockets.socket(2, 1, 0).value();
        sockets.listen(listener, 1);
        return sockets.accept(listener);
    }

    /** The peer of the wire answers nothing. */
    private static Result connectToNobody(Sockets sockets) {
        int socket = (int) sockets.socket(2, 1, 0).value();
        return sockets.connect(
                socket, SocketAddress.internet(Plans.address("192.0.2.2"), 80).encode());
    }
}
