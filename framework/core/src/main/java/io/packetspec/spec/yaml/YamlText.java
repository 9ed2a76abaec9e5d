package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Parses the text of one file into a tree; only here and in {@link YamlSyntax} is there a YAML library. */
final class YamlText {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private final String file;
    private final int[] text;
    private final Problems problems;
    private final Set<Node> open = new HashSet<>();

    private YamlText(String file, String text, Problems problems) {
        this.file = file;
        this.text = text.codePoints().toArray();
        this.problems = problems;
    }

    /** The only document; empty after a problem. */
    static Optional<Tree> parse(String file, String text, Problems problems) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new YamlText(file, bare, problems).document(bare);
    }

    private Optional<Tree> document(String bare) {
        try {
            Iterator<Node> documents =
                    new Compose(SETTINGS).composeAllFromString(bare).iterator();
            if (!documents.hasNext()) {
                problems.add(new At(file, 1, 1), "the file is empty: expected feature and specs");
                return Optional.empty();
            }
            Tree first = tree(documents.next());
            if (documents.hasNext()) {
                problems.add(at(documents.next()), "a second document begins here: a file is one feature");
            }
            return Optional.of(first);
        } catch (MarkedYamlEngineException e) {
            YamlSyntax.report(e, bare, file, problems);
        } catch (YamlEngineException e) {
            problems.add(new At(file, 1, 1), "not YAML: " + e.getMessage().replaceAll("\\s+", " "));
        }
        return Optional.empty();
    }

    private Tree tree(Node node) {
        if (!open.add(node)) {
            problems.add(at(node), "this anchor's content contains itself");
            return new Tree.Broken(at(node));
        }
        Tree tree = node instanceof ScalarNode scalar
                ? text(scalar)
                : node instanceof SequenceNode sequence ? items(sequence) : entries((MappingNode) node);
        open.remove(node);
        return tree;
    }

    private Tree.Text text(ScalarNode node) {
        return new Tree.Text(at(node), node.getValue(), node.isPlain(), source(node));
    }

    private Tree items(SequenceNode node) {
        return new Tree.Items(at(node), node.getValue().stream().map(this::tree).toList());
    }

    private Tree entries(MappingNode node) {
        Map<String, At> keys = new HashMap<>();
        List<Tree.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                At before = keys.putIfAbsent(key.getValue(), at(key));
                if (before == null) {
                    entries.add(new Tree.Entry(text(key), tree(tuple.getValueNode())));
                } else {
                    problems.add(
                            at(key),
                            "\"" + key.getValue() + "\" stands twice in this mapping, first in line " + before.line());
                }
            } else {
                problems.add(at(tuple.getKeyNode()), "a key is a word, not a list or mapping");
            }
        }
        return new Tree.Entries(at(node), List.copyOf(entries));
    }

    private At at(Node node) {
        Mark mark = node.getStartMark().orElseThrow();
        return new At(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private String source(ScalarNode node) {
        int from = node.getStartMark().orElseThrow().getIndex();
        int to = Math.min(node.getEndMark().orElseThrow().getIndex(), text.length);
        return new String(text, from, Math.max(0, to - from)).strip().replaceAll("\\s+", " ");
    }
}
