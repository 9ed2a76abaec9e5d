package io.packetspec.spec.yaml;

import io.packetspec.spec.Expressions.Expression;
import java.util.List;

/** Reads conditions: expressions that stand without the signs around them. */
final class ConditionReader {
    private static final Scalar<String> CONDITION = Scalar.of("a condition such as syn.tcp.seq > 0", text -> text);

    private ConditionReader() {}

    /** Where it is none, that is reported and a stand-in is returned. */
    static Expression read(Cursor condition, String example) {
        if (condition.tree() instanceof Tree.Late) {
            condition.problem("names stand without ${…} in a condition: " + example);
            return new Joined(List.of());
        }
        return condition
                .literal(CONDITION)
                .flatMap(text -> ExpressionReader.read(text, condition.at(), condition.scope()))
                .orElseGet(() -> new Joined(List.of()));
    }
}
