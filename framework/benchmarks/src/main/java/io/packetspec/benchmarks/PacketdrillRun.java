package io.packetspec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** packetdrill itself, started once a run in a namespace of its own, for each of its three networks in turn. */
final class PacketdrillRun {
    private static final String IPV4 =
            "--local_ip=192.168.0.1 --gateway_ip=192.168.0.1 --netmask_ip=255.255.0.0 --remote_ip=192.0.2.1";
    private static final List<String> NETWORKS = List.of(
            "--ip_version=ipv4 " + IPV4,
            "--ip_version=ipv4-mapped-ipv6 " + IPV4,
            "--ip_version=ipv6 --mtu=1520 --local_ip=fd3d:0a0b:17d6::1 --gateway_ip=fd3d:0a0b:17d6:8888::1"
                    + " --remote_ip=fd3d:fa7b:d17d::1");

    private final Path packetdrill;
    private final Path script;

    PacketdrillRun(Path packetdrill, Path script) {
        this.packetdrill = packetdrill;
        this.script = script;
    }

    /** Runs the script so often, so many at once; how many of the runs failed. */
    int failures(int runs, int parallelism) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(parallelism);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, runs)
                    .<Callable<Boolean>>mapToObj(run -> () -> passes(run))
                    .toList();
            int failures = 0;
            for (Future<Boolean> run : threads.invokeAll(all)) {
                failures += run.get() ? 0 : 1;
            }
            return failures;
        } finally {
            threads.shutdown();
        }
    }

    private boolean passes(int run) throws IOException, InterruptedException {
        return new ProcessBuilder(command(NETWORKS.get(run % NETWORKS.size())))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** As its own runner starts it, where the script that makes the namespace lies beside it. */
    private List<String> command(String network) {
        Path inNamespace = packetdrill.resolveSibling("in_netns.sh");
        List<String> command = new ArrayList<>(
                Files.isExecutable(inNamespace) ? List.of(inNamespace.toString()) : List.of("unshare", "--net", "--"));
        command.add(packetdrill.toString());
        command.add("--send_omit_free");
        command.addAll(Arrays.asList(network.split(" ")));
        command.add(script.toString());
        return command;
    }
}
