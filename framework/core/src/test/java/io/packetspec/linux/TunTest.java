package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.lab.Namespaces;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class TunTest {
    private static final int FIRST_AFTER_LOOPBACK = 2;

    @Test
    void whatIsRoutedToTheInterfaceIsReadFromIt() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "/dev/net/tun may not be opened");
        Namespaces.inFresh(() -> {
            try (Tun tun = Tun.open("tun0");
                    Sockets sockets = new Sockets()) {
                Sysctl.write("net.ipv6.conf.tun0.disable_ipv6", "1");
                try (Rtnetlink rtnetlink = Rtnetlink.open("a test")) {
                    rtnetlink.apply(new Batch()
                            .address(FIRST_AFTER_LOOPBACK, new byte[] {(byte) 192, 0, 2, 1}, 24)
                            .up(FIRST_AFTER_LOOPBACK));
                }
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
}
