package io.packetspec.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a user may have meant by a word that is none of the legal ones. */
public final class Spelling {
    /** How many legal values are told beside a suggestion, and without one. */
    private static final int FEW = 6;

    private static final int MANY = 44;

    private Spelling() {}

    /** {@code ; did you mean "x"? one of: x, y}, as far as there is something to say. */
    public static String among(String given, Collection<String> legal) {
        String near = nearest(given, legal)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        boolean listed = near.isEmpty() ? legal.size() <= MANY : legal.size() > 1 && legal.size() <= FEW;
        return near + (legal.isEmpty() || !listed ? "" : list(near, legal));
    }

    private static String list(String near, Collection<String> legal) {
        return (near.isEmpty() ? "; " : " ") + (legal.size() == 1 ? "legal: " : "one of: ") + String.join(", ", legal);
    }

    /** The legal word that differs least, if it differs by few letters. */
    public static Optional<String> nearest(String given, Collection<String> legal) {
        int bound = given.length() < 2 ? 0 : Math.max(1, given.length() / 3);
        return legal.stream()
                .map(name -> new Candidate(name, distance(given, name)))
                .filter(candidate -> candidate.distance() <= bound)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    /** Optimal string alignment: insertions, deletions, changes and swaps of neighbours, letters in either case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] cost) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
