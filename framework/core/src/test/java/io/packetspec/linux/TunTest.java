package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.lab.Namespaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class TunTest {
    @Test
    void whatIsRoutedToTheInterfaceIsReadFromIt() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        Namespaces.inFresh(() -> {
            try (Tun tun = Tun.open("tun0");
                    Sockets sockets = new Sockets()) {
                String setUp = "echo 1 > /proc/sys/net/ipv6/conf/tun0/disable_ipv6;"
                        + " ip address add 192.0.2.1/24 dev tun0; ip link set tun0 up";
                assertThat(Command.of(List.of("sh", "-c", setUp))
                                .run(Duration.ofSeconds(5))
                                .exit())
                        .isZero();
                byte[] peer = SocketAddress.internet(new byte[] {(byte) 192, 0, 2, 2}, 7)
                        .encode();
                int socket = (int) sockets.socket(2, 2, 0).value();
                assertThat(sockets.sendto(socket, new byte[10], 0, peer).value())
                        .isEqualTo(10);
                AtomicReference<byte[]> packet = new AtomicReference<>();
                await().until(() -> {
                    packet.set(tun.read());
                    return packet.get() != null;
                });
                assertThat(packet.get()).hasSize(38).startsWith(0x45);
            }
            return null;
        });
    }

    @Test
    void theThreadRunsWhereItIsTold() throws Exception {
        Affinity before = Affinity.ofCallingThread();
        try {
            Affinity.here().apply();
            assertThat(Files.readString(Path.of("/proc/thread-self/status")))
                    .containsPattern("Cpus_allowed_list:\\t\\d+\n");
        } finally {
            before.apply();
        }
    }

    @Test
    void thisJvmCanMakeNamespaces() {
        assertThat(Privileges.obstacle()).isEmpty();
    }
}
