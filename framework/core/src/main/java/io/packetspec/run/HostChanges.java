package io.packetspec.run;

import io.packetspec.abi.Errno;
import io.packetspec.lab.Host;
import io.packetspec.linux.Command;
import io.packetspec.linux.SystemCallException;
import io.packetspec.linux.netlink.Batch;
import io.packetspec.linux.netlink.Operation;
import io.packetspec.run.plan.TableEntries;
import io.packetspec.run.report.SpecFailure;
import io.packetspec.run.time.Doing;
import io.packetspec.spec.At;
import io.packetspec.spec.HostChange;
import io.packetspec.spec.Step;
import io.packetspec.spec.TableEntry;
import io.packetspec.spec.Topology;
import io.packetspec.trace.Event;
import io.packetspec.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Changes a host in mid-run: its interfaces, what its tables hold, its ruleset. */
final class HostChanges {
    private static final Duration NFT_LIMIT = Duration.ofSeconds(10);

    private final Bench bench;

    HostChanges(Bench bench) {
        this.bench = bench;
    }

    /** Loads the rulesets of the lab. */
    void begin() {
        for (Topology.Host host : bench.variant().lab().hosts().values()) {
            Topology.Ruleset nft = host.nft();
            if (nft != null) {
                refused(host.name(), nft.at(), nft.text()).ifPresent(words -> {
                    throw new SpecFailure(nft.at(), words, null);
                });
            }
        }
    }

    void make(Step.Change step) {
        bench.events().did(Doing.at(Trace.now()));
        if (step.change() instanceof HostChange.Ruleset ruleset) {
            String text = ruleset.text().in(bench.scope().names());
            refused(step.host(), step.at(), text).ifPresent(words -> {
                throw new SpecFailure(step.at(), words, null);
            });
        } else {
            Host host = bench.host(step.host());
            check(step, attempt(step, host, batch(step.change(), host)));
            bench.lateness().done();
        }
        bench.events().did(Doing.at(Trace.now()));
    }

    private static Batch batch(HostChange change, Host host) {
        Batch batch = new Batch();
        if (change instanceof HostChange.Links links) {
            links.links().forEach(link -> add(batch, link, host.index(link.dev())));
        } else if (change instanceof HostChange.Entry entry) {
            TableEntry what = entry.entry();
            String dev = what.dev();
            int index = dev == null || what instanceof TableEntry.Rule ? 0 : host.index(dev);
            batch.apply(operation(entry.operation()), TableEntries.of(what, index));
        }
        return batch;
    }

    private static Operation operation(HostChange.Operation operation) {
        return switch (operation) {
            case ADD -> Operation.ADD;
            case REPLACE -> Operation.REPLACE;
            case DEL -> Operation.DELETE;
        };
    }

    private static void add(Batch batch, HostChange.Link link, int index) {
        if (link.mtu() != null) {
            batch.mtu(index, link.mtu());
        }
        if (link.up() != null && link.up()) {
            batch.up(index);
        } else if (link.up() != null) {
            batch.down(index);
        }
    }

    private Optional<SystemCallException> attempt(Step.Change step, Host host, Batch batch) {
        long began = Trace.now();
        Optional<SystemCallException> failure = Optional.empty();
        try {
            host.call(() -> {
                host.change(batch);
                return batch;
            });
        } catch (SystemCallException e) {
            failure = Optional.of(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SpecFailure(step.at(), "this change: " + e.getMessage(), e);
        }
        String result = failure.map(e -> e.errno().toString()).orElse("done");
        bench.trace().add(new Event.Call(began, Trace.now(), step.host(), step.text(), result));
        return failure;
    }

    private void check(Step.Change step, Optional<SystemCallException> failure) {
        Errno expected =
                step.fails() == null ? null : step.fails().in(bench.scope().names());
        if (expected == null && failure.isPresent()) {
            throw new SpecFailure(step.at(), failure.get().getMessage(), failure.get());
        } else if (expected != null && failure.isEmpty()) {
            throw new SpecFailure(step.at(), "the change was made, expected it to fail with " + expected, null);
        } else if (expected != null && !failure.get().errno().equals(expected)) {
            throw new SpecFailure(
                    step.at(), failure.get().getMessage() + "\n  expected it to fail with " + expected, failure.get());
        }
    }

    /** What nft says if it does not take the ruleset. */
    private Optional<String> refused(String host, At at, String text) {
        long began = Trace.now();
        Command.Result result;
        try {
            byte[] input = text.getBytes(StandardCharsets.UTF_8);
            result = bench.host(host).call(() -> Command.run(List.of("nft", "-f", "-"), NFT_LIMIT, input));
        } catch (Exception e) {
            throw new SpecFailure(at, "nft: " + e.getMessage(), e);
        }
        bench.trace()
                .add(new Event.Call(
                        began,
                        Trace.now(),
                        host,
                        "nft -f -",
                        result.timedOut() ? "killed" : "exit " + result.status()));
        String words = (result.errors() + result.output()).stripTrailing();
        return result.status() == 0
                ? Optional.empty()
                : Optional.of("host " + host + ": nft does not take this ruleset\n"
                        + words.indent(2).stripTrailing());
    }
}
