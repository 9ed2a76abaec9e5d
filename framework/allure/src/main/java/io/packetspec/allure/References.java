package io.packetspec.allure;

import io.qameta.allure.model.Link;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that references open: RFCs, man pages, the kernel's source. */
final class References {
    private static final Pattern RFC = Pattern.compile("RFC\\s*(\\d+)(?:[\\s,]+(?:section\\s+|§\\s*)?([\\d.]*\\d))?.*");
    private static final Pattern MAN = Pattern.compile("([\\w.-]+)\\((\\d)\\).*");
    private static final Pattern SOURCE = Pattern.compile("((?:net|include|kernel|drivers|fs)/[\\w./-]+\\.[ch])\\b.*");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private References() {}

    static List<Link> links(List<String> references) {
        return references.stream().flatMap(r -> link(r).stream()).toList();
    }

    private static Optional<Link> link(String reference) {
        return address(reference)
                .map(url -> new Link().setName(reference).setUrl(url).setType("custom"));
    }

    private static Optional<String> address(String reference) {
        Matcher rfc = RFC.matcher(reference);
        if (rfc.matches()) {
            String section = rfc.group(2) == null ? "" : "#section-" + rfc.group(2);
            return Optional.of("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + section);
        }
        Matcher man = MAN.matcher(reference);
        if (man.matches()) {
            String section = man.group(2);
            return Optional.of(
                    "https://man7.org/linux/man-pages/man" + section + "/" + man.group(1) + "." + section + ".html");
        }
        Matcher source = SOURCE.matcher(reference);
        if (source.matches()) {
            return Optional.of("https://elixir.bootlin.com/linux/latest/source/" + source.group(1));
        }
        return ADDRESS.matcher(reference).matches() ? Optional.of(reference) : Optional.empty();
    }
}
