package io.packetspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns selectors into descriptors of spec files, and remembers which of their specs were meant. */
final class SpecResolver implements SelectorResolver {
    private final Selection selection;
    private final Library library;

    SpecResolver(Selection selection, Library library) {
        this.selection = selection;
        this.library = library;
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Set<DiscoverySelector> files = library.below(selector.getPath()).stream()
                .map(location ->
                        DiscoverySelectors.selectFile(Path.of(location.uri()).toString()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return files.isEmpty() ? Resolution.unresolved() : Resolution.selectors(files);
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        Path file = selector.getPath();
        if (!Library.holdsSpecs(file.getFileName().toString())) {
            return Resolution.unresolved();
        }
        return file(Location.of(file), selector.getPosition(), context);
    }

    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        if (!Library.holdsSpecs(selector.getClasspathResourceName())) {
            return Resolution.unresolved();
        }
        for (Resource resource : selector.getResources()) {
            Location location = Location.resource(selector.getClasspathResourceName(), resource.getUri());
            return file(location, selector.getPosition(), context);
        }
        return Resolution.unresolved();
    }

    private Resolution file(Location location, Optional<FilePosition> position, Context context) {
        TestDescriptor descriptor = context.addToParent(
                        parent -> Optional.of(Tree.file(parent, location, library.read(location))))
                .orElseThrow();
        UniqueId id = descriptor.getUniqueId();
        position.ifPresentOrElse(
                p -> selection.addLine(id, library.read(location), p.getLine()), () -> selection.add(id));
        return Resolution.match(Match.exact(descriptor));
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Optional<TestDescriptor> entry = entry(selector.getJavaClass(), context);
        entry.ifPresent(descriptor -> selection.add(descriptor.getUniqueId()));
        return entry.map(descriptor -> Resolution.match(Match.exact(descriptor)))
                .orElseGet(Resolution::unresolved);
    }

    private Optional<TestDescriptor> entry(Class<?> type, Context context) {
        return AnnotationSupport.findAnnotation(type, Specs.class)
                .flatMap(specs -> context.addToParent(parent -> Optional.of(entry(parent, type, specs))));
    }

    private TestDescriptor entry(TestDescriptor parent, Class<?> type, Specs specs) {
        UniqueId id = parent.getUniqueId().append(ContainerDescriptor.CLASS, type.getName());
        ContainerDescriptor descriptor = new ContainerDescriptor(id, type.getSimpleName(), ClassSource.from(type));
        Set<Location> files = new LinkedHashSet<>();
        for (String name : specs.value()) {
            List<Location> below = onClassPath(type.getClassLoader(), name);
            files.addAll(below);
            if (below.isEmpty()) {
                descriptor.addChild(nothing(id, type, name));
            }
        }
        List<String> features =
                files.stream().map(file -> library.read(file).feature()).toList();
        files.forEach(file -> descriptor.addChild(Tree.flat(descriptor, file, library.read(file), features)));
        return descriptor;
    }

    private static TestDescriptor nothing(UniqueId parent, Class<?> type, String name) {
        String where = name.isEmpty() ? "on the class path" : "in \"" + name + "\" on the class path";
        String message = "@Specs of " + type.getName() + " finds no spec file (*.spec.yaml) " + where
                + "; a run without specs proves nothing";
        return new ProblemDescriptor(
                parent.append(ProblemDescriptor.SEGMENT, "nothing " + where),
                "no spec " + where,
                ClassSource.from(type),
                message,
                new StackTraceElement(type.getName(), "<specs>", type.getSimpleName() + ".java", 1));
    }

    private List<Location> onClassPath(ClassLoader loader, String name) {
        List<Location> files = new ArrayList<>();
        try {
            for (URL root : Collections.list(loader.getResources(name))) {
                if (root.getProtocol().equals("file")) {
                    files.addAll(library.below(Path.of(root.toURI())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files.stream().distinct().toList();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        List<UniqueId.Segment> segments = id.getSegments();
        if (segments.size() < 2) {
            return Resolution.unresolved();
        }
        UniqueId.Segment first = segments.get(1);
        Optional<TestDescriptor> top = switch (first.getType()) {
            case ContainerDescriptor.CLASS -> loaded(first.getValue()).flatMap(type -> entry(type, context));
            case ContainerDescriptor.FILE ->
                find(first.getValue())
                        .flatMap(location -> context.addToParent(
                                parent -> Optional.of(Tree.file(parent, location, library.read(location)))));
            default -> Optional.empty();
        };
        top.ifPresent(descriptor -> selection.add(id));
        return top.map(descriptor -> Resolution.match(Match.exact(descriptor))).orElseGet(Resolution::unresolved);
    }

    private static Optional<Class<?>> loaded(String name) {
        return ReflectionSupport.tryToLoadClass(name).toOptional();
    }

    /** A path from the root of a run: below the working directory, or on the class path. */
    private static Optional<Location> find(String path) {
        Optional<Location> file = Stream.of(Path.of(path), Path.of("src/test/resources", path), Path.of("/", path))
                .filter(Files::isRegularFile)
                .map(Location::of)
                .findFirst();
        return file.or(() -> Optional.ofNullable(
                        Thread.currentThread().getContextClassLoader().getResource(path))
                .map(url -> Location.resource(path, URI.create(url.toString()))));
    }
}
