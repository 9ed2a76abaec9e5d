package io.packetspec.spec.yaml;

import io.packetspec.spec.At;
import io.packetspec.spec.Expressions;
import io.packetspec.spec.Family;
import io.packetspec.spec.Flow;
import io.packetspec.spec.Topology;
import io.packetspec.spec.yaml.Tree.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the readers of one variant share. */
final class Scope {
    /** A call in the background that nothing has waited for yet. */
    record Background(At at, Runnable keep) {}

    static final Topology NO_LAB = new Topology(Map.of(), Map.of());

    private final Expressions expressions;
    private final Problems problems;
    private final Family family;
    private final Topology lab;
    private final Names names;
    private final Map<String, Background> background = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();

    Scope(Expressions expressions, Problems problems, Family family, Topology lab, boolean complete) {
        this.expressions = expressions;
        this.problems = problems;
        this.family = family;
        this.lab = lab;
        this.names = new Names(new Addresses(lab, complete), family);
        if (!complete) {
            names.setIncomplete();
        }
    }

    /** Of places outside every spec: there are no names, and no lab. */
    static Scope outside(Expressions expressions, Problems problems) {
        return new Scope(expressions, problems, Family.IPV4, NO_LAB, true);
    }

    Expressions expressions() {
        return expressions;
    }

    Problems problems() {
        return problems;
    }

    Family family() {
        return family;
    }

    Topology lab() {
        return lab;
    }

    Names names() {
        return names;
    }

    Map<String, Background> background() {
        return background;
    }

    Map<String, Flow> flows() {
        return flows;
    }

    void problem(At at, String message) {
        problems.add(at, message);
    }

    Cursor cursor(Tree tree) {
        return new Cursor(resolve(tree), this);
    }

    /** With the expressions of this text put in, as far as they are known. */
    Tree resolve(Tree tree) {
        return tree instanceof Text text && Template.isIn(text.text()) ? new Resolution(this, text).tree() : tree;
    }
}
