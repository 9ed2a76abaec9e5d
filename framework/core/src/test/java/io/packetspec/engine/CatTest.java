package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read in the host's namespace, whatever path leads there. */
final class CatTest {
    private static final String RAW = """
            - socket: {type: SOCK_RAW, protocol: 253}
              as: raw
            """;
    private Trial trial;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @Test
    void everyPathToTheNetworkLeadsToTheHost() {
        trial.passes(RAW + """
                - cat: /proc/thread-self/net/raw
                  prints: {matches: ":00FD .* 07 "}
                - cat: /proc/net/raw
                  prints: ":00FD "
                - cat: /proc/self/net/raw
                  prints: ":00FD "
                - close: {socket: raw}
                - cat: /proc/net/raw
                  prints: {not: ":00FD"}
                - sysctl: {net.ipv4.ip_default_ttl: 9}
                - cat: /proc/sys/net/ipv4/ip_default_ttl
                  prints: {matches: "^9$"}
                """);
    }

    @Test
    void whatIsReadIsKeptWithoutBlanksAroundIt() {
        trial.passes("""
                - cat: /proc/sys/net/ipv4/ip_default_ttl
                  as: ttl
                - inject: [icmp]
                - expect: [ipv4: {ttl: "${ttl.output}"}, icmp: {type: echo-reply}]
                - check: ttl.output == '64' && ttl.time > 0
                """);
    }

    @Test
    void aFileThatIsNotThereFailsByName() {
        trial.passes("""
                - cat: /proc/net/nothing
                  fails: ENOENT
                - cat: /proc/net
                  fails: EISDIR
                """);
        assertThat(failure("- cat: /proc/net/nothing\n"))
                .contains("5:9: reading /proc/net/nothing failed with ENOENT, expected it to succeed");
        assertThat(failure("- cat: /proc/net/raw\n  fails: ENOENT\n"))
                .contains("5:9: /proc/net/raw can be read, expected it to fail with ENOENT");
        assertThat(failure("- cat: /proc/net\n  fails: ENOENT\n"))
                .contains("reading /proc/net failed with EISDIR, expected it to fail with ENOENT");
    }

    @Test
    void anotherTextFails() {
        assertThat(failure("- cat: /proc/sys/net/ipv4/ip_default_ttl\n  prints: {matches: \"^9$\"}\n"))
                .contains("5:9: expected text in which /^9$/ is found\n"
                        + "  /proc/sys/net/ipv4/ip_default_ttl says:\n    64\n");
        assertThat(failure("- cat: /dev/null\n  prints: x\n")).contains("contains \"x\"\n  /dev/null is empty\n");
    }

    @Test
    void aPathMayBeComputed() {
        trial.passes("""
                - repeat:
                    times: 2
                    as: i
                    steps:
                      - cat: "/proc/net/${i == 0 ? 'raw' : 'udp'}"
                        prints: local_address
                """);
        assertThat(failure("- repeat: {times: 1, as: i, steps: [cat: \"proc${i}\"]}\n"))
                .contains("expected a path from the root on, not \"proc0\"");
    }

    private String failure(String steps) {
        return trial.failure(steps);
    }
}
