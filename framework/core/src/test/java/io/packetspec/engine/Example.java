package io.packetspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.packetspec.spec.yaml.SchemaCheck;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/**
 * A block of YAML in the documentation, run by the engine. What it is shows in its first word: a whole file
 * ({@code feature:}), specs ({@code - spec:}), a lab ({@code lab:}), or steps. The remark before it may say more, parted
 * by semicolons: {@code in the lab above}; {@code with family: ipv6}, for one more line of the spec; {@code fails} or
 * {@code fails, in tcp/rst.spec.yaml}: the next block is what the failure says.
 */
final class Example {
    private static final Pattern FAILS = Pattern.compile("fails(?:, in (.*))?");
    private static final String WITH = "with ";

    private final Page.Block block;
    private final String lab;
    private final String next;
    private String file = "example.spec.yaml";
    private boolean fails;
    private boolean inLab;
    private String more = "";

    /**
     * @param lab the lab that is declared last before the block
     * @param next the text of the next block
     */
    Example(Page.Block block, String lab, String next) {
        this.block = block;
        this.lab = lab;
        this.next = next;
        for (String remark :
                block.remark().isEmpty() ? new String[0] : block.remark().split("; ")) {
            obey(remark);
        }
    }

    private void obey(String remark) {
        Matcher failing = FAILS.matcher(remark);
        if (failing.matches()) {
            fails = true;
            file = failing.group(1) == null ? file : failing.group(1);
        } else if (remark.startsWith(WITH)) {
            more += remark.substring(WITH.length()) + "\n";
        } else if (remark.equals("in the lab above")) {
            inLab = true;
        } else {
            throw new AssertionError("line " + block.line() + ": what does the remark \"" + remark + "\" mean?");
        }
    }

    void run(Path folder) {
        Trial trial = new Trial(folder);
        EngineExecutionResults results =
                Trial.run(selectFile(trial.file(file, text()).toString()));
        if (!fails) {
            assertThat(SchemaCheck.errors(text())).as("errors by the schema").isEmpty();
        }
        if (fails) {
            String failure = Trial.failure(results).replace(shown(folder), "");
            assertThat(comparable(failure)).isEqualTo(comparable(next));
        } else {
            assertThat(results.testEvents().failed().stream()
                            .map(event -> Trial.throwable(event).getMessage()))
                    .isEmpty();
            long finished = results.testEvents().finished().count();
            long skipped = results.testEvents().skipped().count();
            assertThat(finished + skipped).as("tests").isPositive();
            assumeThat(finished).as("tests whose requirements are met").isPositive();
        }
    }

    /** How messages call a folder that is not below the working directory. */
    private static String shown(Path folder) {
        return folder.getRoot().relativize(folder) + "/";
    }

    private String text() {
        String text = block.text();
        if (text.startsWith("feature:")) {
            return text;
        } else if (text.startsWith("lab:")) {
            return "feature: an example\n" + text + "specs: [{spec: an example, steps: [silence]}]\n";
        }
        String head = "feature: an example\n" + (inLab ? lab : "") + "specs:\n";
        return text.startsWith("- spec:")
                ? head + text.indent(2)
                : head + "  - spec: an example\n" + more.indent(4) + "    steps:\n" + text.indent(6);
    }

    /** Without what differs from run to run: times, and how late the harness was. The trace only if it is shown. */
    private String comparable(String failure) {
        String told = next.contains("\ntrace, in") ? failure : failure.replaceFirst("(?s)\n+trace, in .*", "");
        return told.replaceAll("(?s)\n\n(a first run|\\d+ runs before) failed too[^\n]*", "")
                .replaceAll("  \\((harness late by|took) [^)]*\\)", "")
                .replaceAll("(?<![\\d.]) *\\d+\\.\\d{3}\\b(?!\\.)", " #")
                .replaceAll("\\s+\n", "\n")
                .strip();
    }
}
