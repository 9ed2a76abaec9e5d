package io.packetspec.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How soon a SYN/ACK is acknowledged: the kernel's stamp of the ACK against the clock around the call that put the SYN/ACK
 * on the wire, and when the harness has the ACK in its hands. By hand, and in specs by their traces.
 */
final class Reaction implements Benchmark {
    private static final int CONNECTIONS = 100;
    private static final String BY_HAND = "by hand";
    private static final Rounds ROUNDS = new Rounds(4, 10);

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public String title() {
        return "SYN/ACK to ACK, microseconds, " + ROUNDS.counted() * CONNECTIONS + " connections each";
    }

    @Override
    public Table run() throws Exception {
        ConnectingSpecs specs = ConnectingSpecs.write(CONNECTIONS);
        Map<String, List<List<Exchange>>> rounds = ROUNDS.of(new Rounds.Contestants<List<Exchange>>()
                .and(BY_HAND, () -> Connections.open(CONNECTIONS))
                .and("spec, 1 at once", () -> specs.run(1))
                .and("spec, 8 at once", () -> specs.run(8)));
        Table table = new Table("", "p50", "p99", "max");
        rounds.forEach((name, of) ->
                rows(table, name, of.stream().flatMap(List::stream).toList()));
        return table;
    }

    private static void rows(Table table, String name, List<Exchange> exchanges) {
        row(table, name + ": call begins until ACK", exchanges, Exchange::sinceCalling);
        if (name.equals(BY_HAND)) {
            row(table, name + ": call has returned until ACK", exchanges, Exchange::sinceReturned);
            row(table, name + ": ACK until read", exchanges, Exchange::untilNoticed);
        } else {
            row(table, name + ": ACK until its step has ended", exchanges, Exchange::untilNoticed);
        }
    }

    private static void row(Table table, String name, List<Exchange> exchanges, ToDoubleFunction<Exchange> figure) {
        Sample sample = Sample.of(exchanges.stream().mapToDouble(figure).boxed().toList());
        table.row(name, "%.0f", sample.median(), sample.below(0.99), sample.max());
    }
}
