package io.packetspec.spec.yaml;

import io.packetspec.spec.HostChange;
import io.packetspec.spec.Requirement;
import io.packetspec.spec.Requirement.Kind;
import io.packetspec.spec.Step;
import io.packetspec.spec.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a spec requires without saying so: what its lab and its steps cannot do without. */
final class Implied {
    private Implied() {}

    static List<Requirement> by(Topology lab, List<Step> steps) {
        List<Requirement> implied = new ArrayList<>();
        lab.hosts().values().stream()
                .flatMap(host -> Stream.ofNullable(host.nft()))
                .map(nft -> new Requirement(nft.at(), Kind.COMMAND, "nft"))
                .forEach(implied::add);
        rulesets(steps)
                .map(step -> new Requirement(step.at(), Kind.COMMAND, "nft"))
                .forEach(implied::add);
        lab.hosts().values().stream()
                .flatMap(host -> host.interfaces().stream())
                .filter(face ->
                        face.wire() != null && lab.wires().get(face.wire()).layer3())
                .map(face -> new Requirement(face.at(), Kind.DEVICE, "tun"))
                .forEach(implied::add);
        return implied;
    }

    private static Stream<Step> rulesets(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> Stream.concat(Stream.of(step).filter(Implied::isRuleset), rulesets(step.steps())));
    }

    private static boolean isRuleset(Step step) {
        return step instanceof Step.Change change && change.change() instanceof HostChange.Ruleset;
    }
}
