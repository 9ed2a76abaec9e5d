package io.packetspec.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * The parameter that runs a few specs out of many: {@code path}, {@code path:line}, or a part of a spec's name. A path
 * may leave out its first folders. Broken files that it does not name are left alone.
 */
final class SpecFilter {
    private static final Pattern PLACE = Pattern.compile("(.+?)(?::(\\d+))?");
    private final String text;
    private final String path;
    private final int line;

    SpecFilter(String text) {
        this.text = text;
        Matcher place = PLACE.matcher(text);
        boolean isPlace = place.matches() && Library.holdsSpecs(place.group(1));
        this.path = isPlace ? place.group(1) : "";
        this.line = isPlace && place.group(2) != null ? Integer.parseInt(place.group(2)) : 0;
    }

    void cut(TestDescriptor root) {
        List<TestDescriptor> tests = Selection.tests(root);
        tests.stream().filter(test -> !keeps(test)).forEach(TestDescriptor::removeFromHierarchy);
    }

    private boolean keeps(TestDescriptor test) {
        return path.isEmpty() ? isNamed(test) : isAtPlace(test);
    }

    private boolean isNamed(TestDescriptor test) {
        String part = text.toLowerCase(Locale.ROOT);
        return test instanceof VariantDescriptor
                && (test.getDisplayName().toLowerCase(Locale.ROOT).contains(part)
                        || segment(test.getUniqueId(), ContainerDescriptor.SPEC)
                                .toLowerCase(Locale.ROOT)
                                .contains(part)
                        || test.getUniqueId().toString().startsWith(text));
    }

    private boolean isAtPlace(TestDescriptor test) {
        String file = segment(test.getUniqueId(), ContainerDescriptor.FILE);
        if (!file.equals(path) && !("/" + file).endsWith("/" + path) && !("/" + path).endsWith("/" + file)) {
            return false;
        }
        return line == 0 || !(test instanceof VariantDescriptor variant) || variant.isAt(line);
    }

    private static String segment(UniqueId id, String type) {
        return id.getSegments().stream()
                .filter(segment -> segment.getType().equals(type))
                .map(UniqueId.Segment::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return Configuration.SPEC + "=" + text;
    }
}
