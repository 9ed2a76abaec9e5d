package io.packetspec.run;

import io.packetspec.packet.Match;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds the changes of a host's counters against what a step expects. */
final class CounterCheck {
    /** Groups, longest first: a counter belongs to the first that its name starts with. */
    private static final List<String> GROUPS = List.of(
            "UdpLite6",
            "MPTcpExt",
            "UdpLite",
            "IcmpMsg",
            "TcpExt",
            "Icmp6",
            "IpExt",
            "Udp6",
            "Icmp",
            "Ip6",
            "Tcp",
            "Udp",
            "Ip");

    private final Step.Counters step;
    private final Map<String, Long> before;
    private final Map<String, Long> after;

    CounterCheck(Step.Counters step, Map<String, Long> before, Map<String, Long> after) {
        this.step = step;
        this.before = before;
        this.after = after;
    }

    void check(Map<String, ?> names) {
        List<String> wrong = new ArrayList<>();
        step.deltas().forEach((counter, expected) -> {
            Match match = expected.in(names);
            long actual = delta(known(counter));
            if (!match.matches(actual)) {
                wrong.add(counter + ": expected " + signed(match) + ", actual " + signed(actual));
            }
        });
        if (step.others()) {
            unnamed()
                    .forEach(
                            (counter, actual) -> wrong.add(counter + ": expected no change, actual " + signed(actual)));
        }
        if (!wrong.isEmpty()) {
            throw new SpecFailure(
                    step.at(), "counters of host " + step.host() + " differ\n  " + String.join("\n  ", wrong), null);
        }
    }

    /** A counter that the kernel has never counted may be missing before or after (IcmpMsg, snmp6), and is 0 there. */
    private String known(String counter) {
        if (!before.containsKey(counter) && !after.containsKey(counter) && !counter.startsWith("Icmp")) {
            throw new SpecFailure(
                    step.at(), "this kernel has no counter " + counter + "; see `nstat -az` for the names", null);
        }
        return counter;
    }

    private long delta(String counter) {
        return after.getOrDefault(counter, 0L) - before.getOrDefault(counter, 0L);
    }

    private Map<String, Long> unnamed() {
        Set<String> groups =
                step.deltas().keySet().stream().map(CounterCheck::group).collect(Collectors.toSet());
        Map<String, Long> changed = new TreeMap<>();
        for (String counter : after.keySet()) {
            if (!step.deltas().containsKey(counter) && groups.contains(group(counter)) && delta(counter) != 0) {
                changed.put(counter, delta(counter));
            }
        }
        return changed;
    }

    private static String group(String counter) {
        return GROUPS.stream().filter(counter::startsWith).findFirst().orElse(counter);
    }

    private static String signed(Match match) {
        return match instanceof Match.Exact exact && exact.value() instanceof Long number
                ? signed(number)
                : match.toString();
    }

    private static String signed(long number) {
        return number > 0 ? "+" + number : Long.toString(number);
    }
}
