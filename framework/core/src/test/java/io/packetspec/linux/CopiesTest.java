package io.packetspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.lab.Namespaces;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class CopiesTest {
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;

    @Test
    void aSocketIsClosedWhenCloseReturnsAlsoWhileProcessesAreStarted() throws Exception {
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                Command.run(List.of("true"), Duration.ofSeconds(20));
            }
        });
        Namespaces.inFresh(() -> {
            try (Sockets sockets = new Sockets()) {
                byte[] address =
                        SocketAddress.internet(new byte[] {0, 0, 0, 0}, 9).encode();
                while (!starting.isDone()) {
                    int socket = (int) sockets.socket(AF_INET, SOCK_DGRAM, 0).value();
                    assertThat(sockets.bind(socket, address).errno()).isNull();
                    assertThat(sockets.close(socket).errno()).isNull();
                }
            }
            return null;
        });
        starting.join();
    }
}
