package io.packetspec.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetspec.run.expression.JexlExpressions;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.Step;
import io.packetspec.spec.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads texts for the tests of this package. */
final class Reading {
    private static final YamlSpecReader READER = new YamlSpecReader(new JexlExpressions());

    private Reading() {}

    static SpecFile file(String text) {
        return READER.read("x.spec.yaml", text);
    }

    static SpecFile sound(String text) {
        SpecFile file = file(text);
        assertThat(file.problems()).isEmpty();
        return file;
    }

    static Spec spec(String text) {
        return sound("feature: f\nspecs:\n" + text.indent(2)).specs().get(0);
    }

    static List<Variant> variants(String text) {
        return spec(text).variants();
    }

    /** The steps of a spec that has nothing else. */
    static List<Step> steps(String text) {
        return variants("- spec: s\n  steps:\n" + text.indent(4)).get(0).steps();
    }

    @SuppressWarnings("unchecked")
    static <T extends Step> T last(String text) {
        List<Step> steps = steps(text);
        return (T) steps.get(steps.size() - 1);
    }

    static String resource(String name) {
        try (InputStream file = Reading.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
