package io.packetspec.spec.yaml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the other end of every interface: each link has two, each wire has one. */
final class Links {
    private final Map<String, InterfaceDraft> byPath = new LinkedHashMap<>();
    private final Map<String, String> otherEnds = new HashMap<>();
    private final Scope scope;

    Links(List<InterfaceDraft> drafts, Scope scope) {
        this.scope = scope;
        drafts.forEach(draft -> byPath.put(draft.path(), draft));
        drafts.stream().filter(draft -> draft.link() != null).forEach(this::connect);
        drafts.forEach(this::expectOneEnd);
        expectWiresApart(drafts);
    }

    /** The path of the interface at the other end. */
    @Nullable
    String otherEnd(InterfaceDraft draft) {
        return otherEnds.get(draft.path());
    }

    private void connect(InterfaceDraft draft) {
        String link = Optional.ofNullable(draft.link()).orElseThrow();
        InterfaceDraft other = byPath.get(link);
        if (other == null) {
            unknownEnd(draft, link);
        } else if (other == draft) {
            scope.problem(draft.end(), draft.path() + " cannot be linked to itself");
        } else if (other.device() != null) {
            scope.problem(draft.end(), link + " is a " + other.device().kind() + ": a link ends at another interface");
        } else if (other.wire() != null) {
            scope.problem(draft.end(), link + " is on the wire " + other.wire() + " already");
        } else if (!draft.path().equals(otherEnds.getOrDefault(link, draft.path()))
                || !link.equals(otherEnds.getOrDefault(draft.path(), link))) {
            scope.problem(draft.end(), "a link has two ends: " + taken(draft.path(), link));
        } else {
            otherEnds.put(draft.path(), link);
            otherEnds.put(link, draft.path());
        }
    }

    private String taken(String path, String link) {
        String end = otherEnds.containsKey(link) ? link : path;
        return end + " is linked to " + otherEnds.get(end) + " already";
    }

    private void unknownEnd(InterfaceDraft draft, String link) {
        List<String> others = byPath.keySet().stream()
                .filter(path -> !path.equals(draft.path()))
                .toList();
        scope.problem(
                draft.end(),
                link.contains(".")
                        ? Suggestion.unknown("interface", link, "", others)
                        : "a link names its other end as host.interface, not \"" + link + "\""
                                + Suggestion.among(link, others));
    }

    private void expectOneEnd(InterfaceDraft draft) {
        if (draft.wire() == null
                && draft.link() == null
                && draft.device() == null
                && !otherEnds.containsKey(draft.path())
                && !isNamed(draft)) {
            scope.problem(
                    draft.end(),
                    draft.path() + " leads nowhere: it needs \"wire\", \"link\", \"bridge\", \"macvlan\" or \"vxlan\"");
        }
    }

    private boolean isNamed(InterfaceDraft draft) {
        return byPath.values().stream().anyMatch(other -> draft.path().equals(other.link()));
    }

    private void expectWiresApart(List<InterfaceDraft> drafts) {
        Map<String, InterfaceDraft> ends = new HashMap<>();
        for (InterfaceDraft draft : drafts) {
            InterfaceDraft before = draft.wire() == null ? null : ends.putIfAbsent(draft.wire(), draft);
            if (before != null) {
                scope.problem(
                        draft.end(),
                        "the wire " + draft.wire() + " ends at " + before.path()
                                + " already: its other end is the spec's; two hosts meet by \"link\"");
            }
        }
    }
}
