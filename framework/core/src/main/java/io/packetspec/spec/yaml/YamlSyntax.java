package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in a user's words what a YAML parser stumbles over. */
final class YamlSyntax {
    private final MarkedYamlEngineException error;
    private final List<String> lines;

    private YamlSyntax(MarkedYamlEngineException error, String text) {
        this.error = error;
        this.lines = text.lines().toList();
    }

    static void report(MarkedYamlEngineException error, String text, String file, Problems problems) {
        YamlSyntax syntax = new YamlSyntax(error, text);
        Mark mark = syntax.place();
        problems.add(new At(file, mark.getLine() + 1, mark.getColumn() + 1), syntax.message());
    }

    /** A quote that is never closed is best shown where it opens; anything else where the parser stopped. */
    private Mark place() {
        return isOpenQuote()
                ? error.getContextMark().orElseThrow()
                : error.getProblemMark().or(error::getContextMark).orElseThrow();
    }

    private String message() {
        String problem = error.getProblem();
        if (isOpenQuote()) {
            return "this quote is never closed";
        }
        if (problem.startsWith("found character")) {
            return problem.contains("TAB") ? "a tab cannot indent YAML: use blanks" : quoted(problem);
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "\": \" cannot stand here: put the text in quotes, or check the indentation";
        }
        if (problem.startsWith("expected ','")) {
            return openCollection(problem);
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("could not find expected ':'")) {
            return "this does not line up with what stands above: check the indentation, or a missing \":\"";
        }
        return plain(problem);
    }

    private boolean isOpenQuote() {
        return error.getProblem().contains("unexpected end of stream")
                && error.getContextMark().isPresent();
    }

    private static String quoted(String problem) {
        String character = problem.replaceFirst("found character '(.*?)'.*", "$1");
        return "a plain text cannot begin with " + character + ": put it in quotes";
    }

    private String openCollection(String problem) {
        Mark mark = place();
        String before = mark.getLine() < lines.size()
                ? lines.get(mark.getLine())
                        .substring(
                                0,
                                Math.min(
                                        mark.getColumn(),
                                        lines.get(mark.getLine()).length()))
                : "";
        if (before.endsWith("$")) {
            return "put \"${…}\" in quotes inside […] and {…}";
        }
        if (before.endsWith("]")) {
            return "put \"[address]:port\" in quotes inside […] and {…}";
        }
        String closing = problem.contains("']'") ? "]" : "}";
        String opened = error.getContextMark()
                .map(m -> ", opened at " + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse("");
        return "expected \",\" or \"" + closing + "\" here: the " + (closing.equals("]") ? "list" : "mapping") + opened
                + ", is not closed";
    }

    private static String plain(String problem) {
        String alias = "found undefined alias ";
        return problem.startsWith(alias)
                ? "there is no anchor &" + problem.substring(alias.length())
                : "not YAML: " + problem;
    }
}
