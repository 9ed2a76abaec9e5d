package io.packetspec.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Processes that do nothing but take processors from others; gone with the deed, or with the JVM, or after a time. */
final class BusyMachine {
    private static final String BUSY = "ulimit -t 120; while :; do :; done";

    private BusyMachine() {}

    static <T> T during(int processesPerProcessor, Callable<T> deed) throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < processesPerProcessor * Runtime.getRuntime().availableProcessors(); i++) {
                processes.add(start());
            }
            return deed.call();
        } finally {
            processes.forEach(Process::destroyForcibly);
            processes.forEach(process -> process.onExit().join());
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "--", "sh", "-c", BUSY).start();
    }
}
