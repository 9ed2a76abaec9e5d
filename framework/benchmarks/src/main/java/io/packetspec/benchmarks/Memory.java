package io.packetspec.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What specs take of the heap once they are discovered, checked or run, and what the whole process took at its worst. */
final class Memory implements Benchmark {
    private static final int FILES = 100;
    private static final Rounds ROUNDS = new Rounds(0, 1);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String title() {
        return "MB, each row a process of its own that may have a heap of "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
    }

    @Override
    public Table run() throws Exception {
        Path one = GeneratedSpecs.write(1, 1);
        Rounds.Contestants<Footprint> contestants =
                new Rounds.Contestants<Footprint>().and("1 spec, discovered", () -> Footprint.of("discovered", one, 1));
        for (int specs : new int[] {1_000, 10_000}) {
            Path folder = GeneratedSpecs.write(FILES, specs / FILES);
            for (String what : List.of("discovered", "checked", "run")) {
                contestants.and("%,d specs, %s".formatted(specs, what), () -> Footprint.of(what, folder, specs));
            }
        }
        return table(ROUNDS.of(contestants));
    }

    private static Table table(Map<String, List<Footprint>> footprints) {
        Table table = new Table("", "heap in use", "KB a spec", "most of the process");
        double base = heap(footprints.values().iterator().next()).median();
        footprints.forEach((name, of) -> {
            int specs = of.get(0).specs();
            double heap = heap(of).median();
            double process =
                    Sample.of(of.stream().map(Footprint::process).toList()).median();
            table.row(
                    name,
                    "%.1f".formatted(heap / 1e6),
                    specs == 1 ? "" : "%.1f".formatted((heap - base) / (specs - 1) / 1e3),
                    "%.0f".formatted(process / 1e6));
        });
        return table;
    }

    private static Sample heap(List<Footprint> footprints) {
        return Sample.of(footprints.stream().map(Footprint::heap).toList());
    }
}
