package io.packetspec.spec.yaml;

import java.util.Optional;

/** Reads the names that users give. */
final class NameReader {
    private NameReader() {}

    /** A name that can stand in expressions and that nothing else has. */
    static Optional<String> free(Cursor cursor, Scope scope) {
        return cursor.literal(Scalars.NAME).filter(name -> isFree(cursor, name, scope));
    }

    private static boolean isFree(Cursor cursor, String name, Scope scope) {
        if (scope.expressions().isReserved(name)) {
            cursor.problem("\"" + name + "\" means something else in expressions: choose another name");
            return false;
        }
        if (scope.names().has(name)) {
            cursor.problem("the name \"" + name + "\" is taken, by " + owner(name, scope));
            return false;
        }
        return true;
    }

    private static String owner(String name, Scope scope) {
        return scope.names()
                .kept(name)
                .map(keeping -> (scope.flows().containsKey(name) ? "the flow in line " : "the step in line ")
                        + keeping.at().line())
                .or(() -> scope.names().parameter(name).map(parameter -> "a parameter"))
                .orElse("a host or wire");
    }
}
