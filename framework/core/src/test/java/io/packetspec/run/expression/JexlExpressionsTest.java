package io.packetspec.run.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.packetspec.spec.Expressions;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JexlExpressionsTest {
    private static final Map<String, Object> NAMES = Map.of(
            "n",
            5L,
            "text",
            "abc",
            "file",
            new File("/x"),
            "big",
            Long.MAX_VALUE,
            "syn",
            Map.of("tcp", Map.of("seq", 4294967295L, "flags", "SA")));

    private final Expressions expressions = new JexlExpressions();

    private Object value(String text) {
        return expressions.parse(text).evaluate(NAMES);
    }

    @ParameterizedTest
    @CsvSource({
        "n, 5",
        "syn.tcp.seq, 4294967295",
        "syn.tcp.seq + 1, 4294967296",
        "7 / 2, 3",
        "(n + 1) * 2 - 0x10, -4",
        "n & 4 | 2, 6",
        "n << 2, 20"
    })
    void arithmeticIsOnIntegers(String text, long expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n == 5",
                "syn.tcp.flags == 'SA' && n > 3",
                "!(n =~ [1, 2])",
                "n != 3 ? true : false",
                "text == 'abc'"
            })
    void conditionsAreBooleans(String text) {
        assertThat(value(text)).isEqualTo(true);
    }

    @Test
    void namesAreToldWithTheirPaths() {
        assertThat(expressions.parse("syn.tcp.seq + n * n").names()).containsExactlyInAnyOrder("syn.tcp.seq", "n");
        assertThat(expressions.parse(" syn.tcp.seq ").names()).containsExactly("syn.tcp.seq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = 3", "n++", "var x = 1", "while (true) {}", "for (x : n) {}", "() -> 1", "new('java.io.File', '/')",
                "file.getPath()", "n; n", "#pragma a b", "x:y(1)", "n +", "", "if (n) 1"
            })
    void whatCouldChangeOrReachAnythingIsNoExpression(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expressions.parse(text).evaluate(NAMES));
    }

    @ParameterizedTest
    @CsvSource({
        "nope, there is no nope here",
        "nope + 1, there is no nope here",
        "syn.tcp.nope + 1, there is no syn.tcp.nope here",
        "n / 0, 'a division by zero, or text where a number is needed'",
        "1.5 * 2, 'its value is 3.0, arithmetic is on integers'",
        "big + 1, 9223372036854775808 does not fit in 64 bits"
    })
    void whatHasNoValueSaysWhy(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> value(text)).withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file.path", "text.class", "file.path + ''", "text.class.name + ''", "''.class", "syn.size + 1"})
    void nothingLooksIntoObjects(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> value(text));
    }

    @Test
    void aNumberIsInAListWhateverItsType() {
        assertThat(expressions.parse("n =~ [5, 7]").evaluate(Map.of("n", 5L))).isEqualTo(true);
        assertThat(expressions.parse("n =~ [5, 7]").evaluate(Map.of("n", 6L))).isEqualTo(false);
        assertThat(expressions.parse("n !~ [5, 7]").evaluate(Map.of("n", 6L))).isEqualTo(true);
    }

    @Test
    void wordsOfTheLanguageCannotBeNames() {
        assertThat(expressions.isReserved("size")).isTrue();
        assertThat(expressions.isReserved("seq")).isFalse();
    }
}
