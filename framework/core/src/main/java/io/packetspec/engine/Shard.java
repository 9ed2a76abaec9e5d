package io.packetspec.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestDescriptor;

/**
 * One of several parts of the specs, for a machine each. Every part is found from the same specs and durations alone, so
 * that machines need not talk to each other.
 *
 * @param number from 1
 * @param count how many parts there are
 */
record Shard(int number, int count) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (shard.number < 1 || shard.number > shard.count) {
            throw new IllegalArgumentException(text);
        }
        return shard;
    }

    /** Cuts off what is in other parts; a line that tells what is left. */
    String cut(TestDescriptor root, Durations durations) {
        List<Weighed> all = weighed(root, durations);
        Duration[] loads = new Duration[count];
        Arrays.fill(loads, Duration.ZERO);
        int[] specs = new int[count];
        for (Weighed one : all) {
            int part = lightest(loads, specs);
            loads[part] = loads[part].plus(one.time());
            specs[part]++;
            if (part != number - 1) {
                one.test().removeFromHierarchy();
            }
        }
        return Configuration.SHARD + "=" + this + ": " + specs[number - 1] + " of " + all.size()
                + " specs; shards that belong together say the same here: "
                + Integer.toHexString(all.stream().map(Weighed::text).toList().hashCode());
    }

    /** Begun with the longest, every spec goes where the least is: no two parts differ by more than one spec. */
    private static List<Weighed> weighed(TestDescriptor root, Durations durations) {
        Duration unknown = durations.mean();
        List<Weighed> all = new ArrayList<>();
        for (TestDescriptor test : Selection.tests(root)) {
            Duration time = durations.of(test.getUniqueId()).orElse(unknown);
            all.add(new Weighed(test, test.getUniqueId().toString(), time));
        }
        all.sort(Comparator.comparing(Weighed::time).reversed().thenComparing(Weighed::id));
        return all;
    }

    private static int lightest(Duration[] loads, int[] specs) {
        int lightest = 0;
        for (int part = 1; part < loads.length; part++) {
            int order = loads[part].compareTo(loads[lightest]);
            if (order < 0 || order == 0 && specs[part] < specs[lightest]) {
                lightest = part;
            }
        }
        return lightest;
    }

    private record Weighed(TestDescriptor test, String id, Duration time) {
        String text() {
            return time + " " + id;
        }
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
