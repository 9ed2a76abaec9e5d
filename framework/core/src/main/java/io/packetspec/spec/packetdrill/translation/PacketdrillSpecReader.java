package io.packetspec.spec.packetdrill.translation;

import io.packetspec.spec.At;
import io.packetspec.spec.Problem;
import io.packetspec.spec.Spec;
import io.packetspec.spec.SpecFile;
import io.packetspec.spec.SpecReader;
import io.packetspec.spec.Variant;
import io.packetspec.spec.packetdrill.CommandLine;
import io.packetspec.spec.packetdrill.ScriptFile;
import io.packetspec.spec.packetdrill.ScriptOption;
import io.packetspec.spec.packetdrill.ScriptReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code *.pkt} files: scripts of packetdrill, each a spec with a variant for each network. */
public final class PacketdrillSpecReader implements SpecReader {
    private static final String SUFFIX = ".pkt";

    private final List<Net> nets;

    /** Scripts run as packetdrill's own runner would run them. */
    public PacketdrillSpecReader() {
        this(List.of());
    }

    private PacketdrillSpecReader(List<ScriptOption> commandLine) {
        this.nets = Net.all(commandLine);
        // Refuses here what no script can have, and not in every one.
        new Settings(commandLine);
    }

    /**
     * Scripts run with these options as well, which win over their own.
     *
     * @param name of the place where the options stand
     * @param options as on packetdrill's command line, {@code --tolerance_usecs=10000 -D NAME=value}
     * @throws IllegalArgumentException saying what is wrong with an option
     */
    public static PacketdrillSpecReader of(String name, String options) {
        try {
            return new PacketdrillSpecReader(CommandLine.parse(name, options));
        } catch (Untranslatable e) {
            throw new IllegalArgumentException(e.problem().toString(), e);
        }
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(SUFFIX);
    }

    @Override
    public SpecFile read(String path, String text) {
        return read(path, text, "");
    }

    @Override
    public SpecFile read(String path, String text, String folder) {
        At start = new At(path, 1, 1);
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length());
        List<Variant> variants = new ArrayList<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (Net net : nets) {
            if (net.isFor(path)) {
                ScriptFile file = new ScriptReader(net.symbols()).read(path, text);
                problems.addAll(file.problems());
                file.script().ifPresent(script -> {
                    ScriptTranslation translation = new ScriptTranslation(net, name, folder);
                    variants.add(translation.variant(script));
                    problems.addAll(translation.problems());
                });
            }
        }
        List<Spec> specs =
                problems.isEmpty() ? List.of(new Spec(start, name, "", List.of(), Set.of(), variants)) : List.of();
        return new SpecFile(start, name, "", specs, List.copyOf(problems));
    }
}
