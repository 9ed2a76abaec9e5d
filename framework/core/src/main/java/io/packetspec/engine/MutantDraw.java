package io.packetspec.engine;

import io.packetspec.spec.mutation.Mutant;
import io.packetspec.spec.mutation.Mutants;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;

/**
 * Puts mutants of some specs in the place of all specs, drawn at random, from each folder in turn.
 *
 * @param count how many, at most one a spec
 * @param seed draws the same again
 */
record MutantDraw(int count, long seed) {

    void replace(TestDescriptor root) {
        List<VariantDescriptor> tests = Selection.tests(root).stream()
                .filter(VariantDescriptor.class::isInstance)
                .map(VariantDescriptor.class::cast)
                .toList();
        Random random = new Random(seed);
        List<VariantDescriptor> drawn = drawn(tests, random);
        drawn.forEach(test -> test.getParent().orElseThrow().addChild(mutant(test, random)));
        tests.forEach(TestDescriptor::removeFromHierarchy);
    }

    private List<VariantDescriptor> drawn(List<VariantDescriptor> tests, Random random) {
        Collection<Deque<VariantDescriptor>> folders = tests.stream()
                .collect(Collectors.groupingBy(VariantDescriptor::folder, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(folder -> candidates(folder, random))
                .toList();
        List<VariantDescriptor> drawn = new ArrayList<>();
        while (drawn.size() < count && folders.stream().anyMatch(folder -> !folder.isEmpty())) {
            folders.stream()
                    .filter(folder -> !folder.isEmpty() && drawn.size() < count)
                    .forEach(folder -> drawn.add(folder.pop()));
        }
        return drawn;
    }

    /** One variant of each spec of a folder that can be mutated, shuffled. */
    private static Deque<VariantDescriptor> candidates(List<VariantDescriptor> folder, Random random) {
        List<VariantDescriptor> shuffled = new ArrayList<>(folder);
        Collections.shuffle(shuffled, random);
        Map<Object, VariantDescriptor> one = shuffled.stream()
                .filter(test -> !Mutants.of(test.variant()).isEmpty())
                .collect(Collectors.toMap(
                        VariantDescriptor::spec, test -> test, (first, second) -> first, LinkedHashMap::new));
        return new ArrayDeque<>(one.values());
    }

    private MutantDescriptor mutant(VariantDescriptor test, Random random) {
        List<Mutant> mutants = Mutants.of(test.variant());
        Mutant mutant = mutants.get(random.nextInt(mutants.size()));
        String what = "line " + mutant.at().line() + ", " + mutant.change();
        return new MutantDescriptor(
                test.getUniqueId().append(MutantDescriptor.SEGMENT, what),
                test.getDisplayName() + ": " + what,
                test.getSource().orElseThrow(),
                test.spec(),
                mutant,
                seed);
    }
}
