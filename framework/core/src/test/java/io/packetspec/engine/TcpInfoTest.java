package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a socket, as TCP_INFO and SO_MEMINFO answer them. */
final class TcpInfoTest {
    private static final String CONNECTED = """
            - socket: {type: SOCK_STREAM|SOCK_NONBLOCK}
              as: c
            - connect: {socket: c, to: "peer:80"}
              fails: EINPROGRESS
            - expect: [tcp: {flags: S}]
              as: syn
            - tcp_info: {socket: c, tcpi_state: TCP_SYN_SENT}
            - inject: [tcp: {sport: 80, dport: "${syn.tcp.sport}", flags: SA, seq: 100, ack: "${syn.tcp.seq + 1}", win: 1000, options: [mss: 900, sackOK, nop, wscale: 5]}]
            - expect: [tcp: {flags: A}]
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void theFiguresOfAConnectionAreMatchedAndKept() {
        trial.passes(CONNECTED + """
                - tcp_info: {socket: c, tcpi_state: TCP_ESTABLISHED, tcpi_snd_mss: {max: 900}, tcpi_snd_wscale: 5, tcpi_options: TCPI_OPT_SACK|TCPI_OPT_WSCALE, tcpi_rtt: {max: 1000000}, tcpi_unacked: 0}
                  as: info
                - check: info.tcpi_advmss == 1460 && info.tcpi_snd_cwnd == 10 && info.tcpi_ca_state == 0
                - getsockopt: {socket: c, option: TCP_INFO, value: {tcpi_state: TCP_ESTABLISHED, tcpi_snd_wscale: 5}}
                  as: same
                - check: same.value.tcpi_snd_mss == info.tcpi_snd_mss
                - send: {socket: c, payload: hello}
                - expect: [tcp: {flags: PA}]
                - tcp_info: {socket: c, tcpi_unacked: 1, tcpi_bytes_sent: 5, tcpi_notsent_bytes: 0}
                """);
    }

    @Test
    void aFigureThatIsNotAsExpectedIsToldByItsName() {
        assertThat(trial.failure(
                        CONNECTED + "- tcp_info: {socket: c, tcpi_state: TCP_CLOSE_WAIT, tcpi_snd_wscale: 5}\n"))
                .contains(":14:9: TCP_INFO: expected tcpi_state TCP_CLOSE_WAIT, actual TCP_ESTABLISHED\n");
        assertThat(trial.failure(CONNECTED + "- tcp_info: {socket: c, tcpi_unacked: 3, tcpi_options: TCPI_OPT_ECN}\n"))
                .contains("TCP_INFO: expected tcpi_unacked 3, actual 0\n"
                        + "  expected tcpi_options TCPI_OPT_ECN, actual TCPI_OPT_SACK|TCPI_OPT_WSCALE\n");
        assertThat(trial.failure("- socket: {type: SOCK_DGRAM}\n  as: u\n- tcp_info: {socket: u}\n"))
                .contains("TCP_INFO failed with E");
    }

    @Test
    void theMemoryOfASocketIsMatchedAndKept() {
        String received = """
                - socket: {type: SOCK_DGRAM}
                  as: u
                - bind: {socket: u, address: "dut:9"}
                - meminfo: {socket: u, rmem_alloc: 0, wmem_alloc: 0, drops: 0}
                - inject: [udp: {dport: 9}, payload: hello]
                """;
        trial.passes(received + """
                - meminfo: {socket: u, rmem_alloc: {min: 1}, drops: 0}
                  as: memory
                - getsockopt: {socket: u, option: SO_RCVBUF, value: "${memory.rcvbuf}"}
                """);
        assertThat(trial.failure(received + "- meminfo: {socket: u, rmem_alloc: 0, drops: 1}\n"))
                .containsPattern("SO_MEMINFO: expected rmem_alloc 0, actual \\d+\n  expected drops 1, actual 0\n");
    }
}
