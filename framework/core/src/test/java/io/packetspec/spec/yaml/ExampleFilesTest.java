package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"hdrincl", "rst", "router", "seed"})
    void everyExampleOfTheLanguagePageIsReadWithoutProblems(String name) {
        SpecFile file = Reading.sound(Reading.resource(name + ".spec.yaml"));
        assertThat(file.specs()).isNotEmpty();
    }

    @Test
    void aFileKnowsItsFeatureAndItsSpecsKnowItsReferencesAndTags() {
        SpecFile file = Reading.sound(Reading.resource("hdrincl.spec.yaml"));
        assertThat(file.feature()).isEqualTo("Raw IPv4 sockets with IP_HDRINCL");
        assertThat(file.about()).startsWith("What raw(7) promises");
        Spec spec = file.specs().get(0);
        assertThat(spec.at()).hasToString("x.spec.yaml:7:11");
        assertThat(spec.refs()).containsExactly("raw(7)", "net/ipv4/raw.c: raw_send_hdrinc()");
        assertThat(spec.tags()).containsExactlyInAnyOrder("raw", "hdrinc");
    }

    @Test
    void variantsHaveStableLabelsAndTitlesWithTheParametersFilledIn() {
        SpecFile file = Reading.sound(Reading.resource("rst.spec.yaml"));
        assertThat(file.specs().get(0).variants())
                .extracting(Variant::label, Variant::title)
                .containsExactly(
                        tuple("ipv4", "an unsolicited SYN/ACK is answered with RST (ipv4)"),
                        tuple("ipv6", "an unsolicited SYN/ACK is answered with RST (ipv6)"));
        assertThat(file.specs().get(1).name()).isEqualTo("a ${flags} segment to a closed port gets ${reply}");
        Variant first = file.specs().get(1).variants().get(0);
        assertThat(first.label()).isEqualTo("flags=S,reply=RA,seq=0,ack=101");
        assertThat(first.title()).isEqualTo("a S segment to a closed port gets RA");
        assertThat(first.parameters()).containsEntry("seq", 0L).containsEntry("flags", "S");
    }
}
