package io.packetspec.run.expression;

import org.apache.commons.jexl3.JexlException;

/** What went wrong in an expression, in our words. */
final class JexlErrors {
    private JexlErrors() {}

    static String text(JexlException e) {
        if (e instanceof JexlException.Feature) {
            return "an expression has no assignments, calls, loops, functions or statements";
        }
        if (e instanceof JexlException.Variable variable) {
            return "there is no " + variable.getVariable() + " here";
        }
        if (e instanceof JexlException.Property property) {
            return "nothing has a part " + property.getProperty() + " here";
        }
        if (e.getCause() instanceof ArithmeticException) {
            return "a division by zero, or text where a number is needed";
        }
        if (e instanceof JexlException.Parsing || e instanceof JexlException.Tokenization) {
            return "it cannot be read from column " + e.getInfo().getColumn() + " on";
        }
        return e.getMessage().replaceFirst("^.*@\\d+:\\d+ ", "");
    }
}
