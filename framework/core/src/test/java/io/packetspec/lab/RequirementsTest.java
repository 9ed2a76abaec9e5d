package io.packetspec.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.packetspec.linux.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequirementsTest {
    private static final Release OURS = Release.of("6.18.44-fc-v657");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">= 6.9",
                ">=6.18.44",
                "> 5",
                "< 7",
                "<= 6.18",
                "= 6",
                "= 6.18",
                "!= 6.1",
                ">= 5.4, < 7,!= 6.9",
                "< 6.18.45"
            })
    void aKernelIsComparedAsFarAsTheGivenReleaseGoes(String comparisons) {
        assertThat(OURS.failing(comparisons)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 6", "> 6.18", "< 6.18", ">= 6.18.44.1", "!= 6", "= 6.1", ">= 7.0", "< 6.9"})
    void aComparisonThatDoesNotHoldIsGivenBack(String comparison) {
        assertThat(OURS.failing(">= 4.19, " + comparison)).contains(comparison);
    }

    @Test
    void theRunningKernelIsNamedWhereItDoesNotDo() {
        assertThat(Requirements.kernel(">= 3.0")).isEmpty();
        assertThat(Requirements.kernel(">= 3.0, >= 99.0"))
                .hasValueSatisfying(
                        words -> assertThat(words).matches("kernel \\d+\\.\\d+(\\.\\d+)* is not >= 99\\.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6.9", "=> 6.9", ">= six", ">= 6.", ">= 6.9,", ">= 6.9 < 7", ">= 99999999999"})
    void aMalformedComparisonIsRefused(String comparison) {
        assertThatThrownBy(() -> Requirements.kernel(comparison))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(">=, <=, >, <, =, !=");
    }

    @Test
    void capabilitiesAreThoseOfTheJvm() throws Exception {
        assertThat(Requirements.capability("CAP_NET_ADMIN")).isEmpty();
        assertThat(Requirements.capability("CAP_SYS_ADMIN")).isEmpty();
        assertThatThrownBy(() -> Requirements.capability("NET_ADMIN"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'NET_ADMIN' names no capability")
                .hasMessageContaining("CAP_NET_ADMIN");
    }

    @Test
    void aCapabilityThatWasGivenUpIsMissing() throws Exception {
        assertThat(ForkedJvm.output(List.of("setpriv", "--bounding-set=-net_raw"), Raw.class))
                .isEqualTo("Optional[this JVM runs without CAP_NET_RAW]");
    }

    static final class Raw {
        public static void main(String[] arguments) {
            System.out.print(Requirements.capability("CAP_NET_RAW"));
        }
    }

    @Test
    void commandsAreLookedForOnThePath() {
        assertThat(Requirements.command("sh")).isEmpty();
        assertThat(Requirements.command("sh, cat ls")).isEmpty();
        assertThat(Requirements.command("no-such-command")).contains("command no-such-command not found on the PATH");
        assertThat(Requirements.command("sh nope,neither")).contains("commands nope, neither not found on the PATH");
        assertThatThrownBy(() -> Requirements.command(" , ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sysctlsAreThoseOfAFreshNamespace() {
        assertThat(Requirements.sysctl("net.ipv4.ip_forward")).isEmpty();
        assertThat(Requirements.sysctl("net/ipv4/conf/lo/rp_filter")).isEmpty();
        assertThat(Requirements.sysctl("net.ipv4.no_such_key"))
                .contains("a network namespace of this kernel has no sysctl net.ipv4.no_such_key");
        // Only the first namespace has it.
        assertThat(Requirements.sysctl("net.ipv4.tcp_mem")).isPresent();
        assertThatThrownBy(() -> Requirements.sysctl("net..ip")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Requirements.sysctl("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void modulesMayBeBuiltIn() {
        assertThat(Requirements.module("ipv6")).isEmpty();
        assertThat(Requirements.module("no-such-module"))
                .hasValueSatisfying(
                        words -> assertThat(words).startsWith("module no-such-module is neither loaded nor built in"));
        assertThatThrownBy(() -> Requirements.module("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTracepointNeedsTracefs() throws Exception {
        ForkedJvm.assumeRootOfTheMachine();
        String none = "umount -a -t tracefs; exec \"$@\"";
        String why = " cannot be read, for tracefs is not mounted (mount -t tracefs tracefs /sys/kernel/tracing)\n";
        assertThat(ForkedJvm.output(List.of("unshare", "--mount", "sh", "-c", none, "sh"), Traced.class))
                .isEqualTo("tracepoint skb:kfree_skb" + why + "tracepoint skb:no_such_event" + why);
        assertThatThrownBy(() -> Requirements.tracepoint("kfree_skb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTracepointIsReadWhereTracefsIsMounted() throws Exception {
        String mounted = "umount -a -t tracefs; mount -t tracefs tracefs /sys/kernel/tracing && exec \"$@\"";
        String answers = ForkedJvm.output(List.of("unshare", "--mount", "sh", "-c", mounted, "sh"), Traced.class);
        assumeTrue(!answers.contains("mount:"), "tracefs cannot be mounted here");
        assertThat(answers).isEqualTo("\nthis kernel has no tracepoint skb:no_such_event\n");
    }

    static final class Traced {
        public static void main(String[] arguments) {
            System.out.println(Requirements.tracepoint("skb:kfree_skb").orElse(""));
            System.out.println(Requirements.tracepoint("skb:no_such_event").orElse(""));
        }
    }
}
