package io.packetspec.run.expression;

import java.lang.reflect.Array;
import org.apache.commons.jexl3.JexlArithmetic;

/** JEXL's arithmetic, in which a number is in a list whatever Java type the list's literal has: {@code x =~ [5, 7]}. */
final class SpecArithmetic extends JexlArithmetic {
    SpecArithmetic() {
        super(true);
    }

    @Override
    public Boolean contains(Object container, Object value) {
        if (container != null && container.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(container); i++) {
                if (equals(Array.get(container, i), value)) {
                    return true;
                }
            }
            return false;
        }
        return super.contains(container, value);
    }
}
