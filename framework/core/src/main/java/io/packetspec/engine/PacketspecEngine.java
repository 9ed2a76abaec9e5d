package io.packetspec.engine;

import io.packetspec.linux.Privileges;
import io.packetspec.run.Lanes;
import io.packetspec.run.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory.ParallelExecutorServiceType;

/** Runs declarative specs against the running kernel, as tests of the JUnit Platform. */
public final class PacketspecEngine extends HierarchicalTestEngine<Context> {
    public static final String ID = "packetspec";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("io.packetspec");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("packetspec");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        Configuration configuration = Configuration.of(request.getConfigurationParameters());
        RootDescriptor root = new RootDescriptor(id);
        Selection selection = new Selection();
        Predicate<Class<?>> entries = type -> type.isAnnotationPresent(Specs.class);
        EngineDiscoveryRequestResolver.<RootDescriptor>builder()
                .addResourceContainerSelectorResolver(
                        ResourceFilter.of(resource -> Library.holdsSpecs(resource.getName())))
                // The first to find something is the last asked: entry classes would only find the same files again.
                .addClassContainerSelectorResolver(entries)
                .addSelectorResolver(new SpecResolver(selection, new Library(configuration.scriptOptions())))
                .build()
                .resolve(request, root);
        selection.cut(root);
        configuration.spec().map(SpecFilter::new).ifPresent(root::keepOnly);
        configuration.shard().ifPresent(shard -> root.keepOnly(shard, durations(configuration)));
        configuration.mutants().ifPresent(draw -> draw.replace(root));
        return root;
    }

    @Override
    protected Context createExecutionContext(ExecutionRequest request) {
        Configuration configuration = Configuration.of(request.getConfigurationParameters());
        Durations durations = durations(configuration);
        durations.problem().ifPresent(System.out::println);
        if (configuration.isParallel()) {
            new LongestFirst(durations, configuration.parallelism()).order(request.getRootTestDescriptor());
        }
        Artifacts artifacts = new Artifacts(request.getOutputDirectoryCreator(), request.getEngineExecutionListener());
        Optional<Context.Obstacle> obstacle = obstacle(configuration);
        Lanes lanes = new Lanes(configuration.parallelism(), FixedParallelism.waiting(configuration.parallelism()));
        Runner runner = new Runner(configuration.settings(), lanes);
        return new Context(
                runner,
                artifacts,
                listeners(configuration, obstacle.isEmpty()),
                obstacle,
                Context.turns(Selection.tests(request.getRootTestDescriptor())));
    }

    private static List<SpecListener> listeners(Configuration configuration, boolean runs) {
        List<SpecListener> listeners = new ArrayList<>();
        ServiceLoader.load(SpecListener.class).forEach(listeners::add);
        if (configuration.slowest() > 0) {
            listeners.add(new SlowestSpecs(configuration.slowest(), System.out));
        }
        if (runs) {
            configuration
                    .durations()
                    .map(file -> configuration.shard().map(file::of).orElse(file))
                    .ifPresent(file -> listeners.add(new Timekeeper(file, System.out)));
        }
        return listeners;
    }

    private static Durations durations(Configuration configuration) {
        return configuration.durations().map(DurationsFile::read).orElse(Durations.NONE);
    }

    /** Who only checks specs asks for no privileges. */
    private static Optional<Context.Obstacle> obstacle(Configuration configuration) {
        return configuration.check()
                ? Optional.of(Context.Obstacle.CHECKED_ONLY)
                : Privileges.obstacle().map(reason -> new Context.Obstacle(reason, configuration.skipUnprivileged()));
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        Configuration configuration = Configuration.of(request.getConfigurationParameters());
        return configuration.isParallel()
                ? ParallelHierarchicalTestExecutorServiceFactory.create(
                        ParallelExecutorServiceType.WORKER_THREAD_POOL,
                        new FixedParallelism(configuration.parallelism()))
                : super.createExecutorService(request);
    }
}
