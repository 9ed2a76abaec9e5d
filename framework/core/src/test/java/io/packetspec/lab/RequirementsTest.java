package io.packetspec.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementsTest {
    @ParameterizedTest
    @CsvSource({
        ">= 6.9, 6.18.44-fc, true",
        ">= 6.18, 6.9.1, false",
        "< 6.9, 6.8.0-31-generic, true",
        "= 6.9, 6.9.3, true",
        "> 6.9, 6.9.3, false",
        "<= 6.9, 6.9.3, true",
        "!= 6, 6.1, false",
        "5.10.7, 5.10, false"
    })
    void releasesAreComparedByAsManyNumbersAsAreGiven(String comparison, String release, boolean holds) {
        assertThat(KernelComparison.parse(comparison).holds(release)).isEqualTo(holds);
    }

    @Test
    void whatIsNoComparisonIsRefused() {
        assertThatThrownBy(() -> Requirements.kernel("newer"))
                .hasMessage("'newer' is no comparison with a kernel release, such as >= 6.9");
    }

    @Test
    void whatHoldsIsAnsweredWithNothing() {
        assertThat(Requirements.kernel(">= 3.10")).isEmpty();
        assertThat(Requirements.capability("CAP_NET_ADMIN")).isEmpty();
        assertThat(Requirements.command("sh")).isEmpty();
        assertThat(Requirements.sysctl("net.ipv4.ip_forward")).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsAnsweredWithTheReason() {
        assertThat(Requirements.kernel(">= 99.1"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("needs kernel >= 99.1, this is "));
        assertThat(Requirements.command("no-such-command"))
                .contains("needs the command no-such-command, which is not on the PATH");
        assertThat(Requirements.sysctl("net.no.such"))
                .contains("needs the sysctl net.no.such, which this kernel does not have in a fresh namespace");
        assertThat(Requirements.module("no-such"))
                .contains("needs the module no-such, which is neither loaded nor built in");
        assertThat(Requirements.tracepoint("no:such"))
                .contains("needs the tracepoint no:such, which cannot be read here");
    }
}
