package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetspec.abi.Errno;
import io.packetspec.lab.Namespaces;
import io.packetspec.linux.Sockets.Result;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Rtnetlink;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SystemCallsTest {
    private static final byte[] LOOPBACK = InetAddress.getLoopbackAddress().getAddress();

    @Test
    void aJvmWhoseSixthArgumentIsLostSaysSoAndHowToStartIt() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djnr.ffi.x86asm.enabled=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SystemCallsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(output)
                .contains("jnr-ffi loses the sixth argument of system calls in this JVM:"
                        + " start it with -Djnr.ffi.x86asm.enabled=false");
    }

    /** The forked JVM of the test above. */
    public static void main(String[] arguments) {
        NetNs.initial();
    }

    @Test
    void nothingIsOpenedInTheInitialNamespace() {
        try (Sockets sockets = new Sockets()) {
            String where = " in the initial network namespace: only threads of a lab's hosts may do that";
            assertThatThrownBy(() -> sockets.socket(2, 2, 0)).hasMessage("opening a socket" + where);
            assertThatThrownBy(PacketSocket::open).hasMessage("opening a packet socket" + where);
            assertThatThrownBy(() -> Tun.open("tun0")).hasMessage("opening a TUN interface" + where);
            assertThatThrownBy(NetlinkSocket::open).hasMessage("opening a netlink socket" + where);
        }
    }

    @Test
    void callsAnswerTheirErrno() throws Exception {
        Namespaces.inFresh(() -> {
            try (Sockets sockets = new Sockets()) {
                assertThat(sockets.socket(2, 3, 0).errno()).isEqualTo(Errno.of(93));
                int socket = (int) sockets.socket(2, 2, 0).value();
                Result sent = sockets.sendto(socket, new byte[5], 0, loopback(9));
                assertThat(sent.errno()).hasToString("ENETUNREACH");
                assertThat(sockets.getpeername(socket).errno()).hasToString("ENOTCONN");
                assertThat(sockets.recv(socket, 10, 0x40).errno()).hasToString("EAGAIN");
                assertThat(sockets.close(socket).failed()).isFalse();
                assertThat(sockets.close(socket).errno()).hasToString("EBADF");
            }
            return null;
        });
    }

    @Test
    void aDatagramArrivesWithItsSender() throws Exception {
        Namespaces.inFresh(() -> {
            try (Sockets sockets = new Sockets()) {
                loopbackUp();
                int receiver = (int) sockets.socket(2, 2, 0).value();
                assertThat(sockets.bind(receiver, loopback(4000)).failed()).isFalse();
                assertThat(sockets.getsockname(receiver).address()).isEqualTo(loopback(4000));
                int sender = (int) sockets.socket(2, 2, 0).value();
                sockets.bind(sender, loopback(5000));
                byte[] data = "hello".getBytes(StandardCharsets.US_ASCII);
                assertThat(sockets.sendto(sender, data, 0, loopback(4000)).value())
                        .isEqualTo(5);
                assertThat(sockets.poll(List.of(receiver, sender), List.of(1, 1), 1000)
                                .revents())
                        .containsExactly(1, 0);
                Result received = sockets.recvfrom(receiver, 3, 0x20);
                assertThat(received.value()).isEqualTo(5);
                assertThat(received.data()).asString().isEqualTo("hel");
                assertThat(received.address()).isEqualTo(loopback(5000));
            }
            return null;
        });
    }

    @Test
    void anOptionIsReadAsItWasSet() throws Exception {
        Namespaces.inFresh(() -> {
            try (Sockets sockets = new Sockets()) {
                int socket = (int) sockets.socket(2, 1, 0).value();
                assertThat(sockets.setsockopt(socket, 0, 2, new byte[] {33, 0, 0, 0})
                                .failed())
                        .isFalse();
                assertThat(sockets.getsockopt(socket, 0, 2, 16).data()).containsExactly(33, 0, 0, 0);
                assertThat(sockets.getsockopt(socket, 0, 77, 4).errno()).hasToString("ENOPROTOOPT");
            }
            return null;
        });
    }

    @Test
    void aCapabilityIsMissingDuringTheTaskAndBackAfterwards() throws Exception {
        Namespaces.inFresh(() -> {
            try (Sockets sockets = new Sockets()) {
                Result refused = Capabilities.without(List.of("CAP_NET_RAW"), () -> sockets.socket(2, 3, 255));
                assertThat(refused.errno()).hasToString("EPERM");
                assertThat(sockets.socket(2, 3, 255).failed()).isFalse();
            }
            return null;
        });
        assertThatThrownBy(() -> Capabilities.without(List.of("CAP_FLY"), () -> 0))
                .hasMessage("there is no capability CAP_FLY");
    }

    @Test
    void addressesAreEncodedAsTheKernelReadsThem() throws IOException {
        byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
        assertThat(hex(new SocketAddress(10, linkLocal, 80, 3)))
                .isEqualTo("0a00" + "0050" + "00000000" + "fe800000000000000000000000000001" + "03000000");
        assertThat(hex(new SocketAddress(17, new byte[] {2, 0, 0, 0, 0, 1}, 0x0800, 7)))
                .isEqualTo("1100" + "0800" + "07000000" + "0000" + "00" + "06" + "0200000000010000");
        assertThat(hex(SocketAddress.internet(LOOPBACK, 80)))
                .isEqualTo("0200" + "0050" + "7f000001" + "0000000000000000");
    }

    private static String hex(SocketAddress address) {
        return HexFormat.of().formatHex(address.encode());
    }

    private static byte[] loopback(int port) {
        return SocketAddress.internet(LOOPBACK, port).encode();
    }

    private static void loopbackUp() {
        Batch batch = new Batch();
        batch.up(1);
        try (Rtnetlink rtnetlink = Rtnetlink.open("a test")) {
            rtnetlink.apply(batch);
        }
    }
}
