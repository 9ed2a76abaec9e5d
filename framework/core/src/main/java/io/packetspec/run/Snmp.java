package io.packetspec.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The SNMP counters of the calling thread's network namespace, named as nstat(8) names them. */
final class Snmp {
    private static final Path NET = Path.of("/proc/thread-self/net");

    private Snmp() {}

    /** All counters, group by group: {@code TcpInCsumErrors}, {@code TcpExtListenDrops}, {@code Icmp6OutMsgs} … */
    static Map<String, Long> read() throws IOException {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (String file : List.of("snmp", "netstat")) {
            pairsOfLines(Files.readAllLines(NET.resolve(file)), counters);
        }
        Path snmp6 = NET.resolve("snmp6");
        if (Files.exists(snmp6)) {
            namesWithValues(Files.readAllLines(snmp6), counters);
        }
        return counters;
    }

    /** {@code Tcp: RtoAlgorithm …} above {@code Tcp: 1 …}. */
    private static void pairsOfLines(List<String> lines, Map<String, Long> counters) {
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] names = lines.get(i).split(" ");
            String[] values = lines.get(i + 1).split(" ");
            String group = names[0].substring(0, names[0].length() - 1);
            for (int k = 1; k < names.length; k++) {
                counters.put(group + names[k], Long.parseLong(values[k]));
            }
        }
    }

    private static void namesWithValues(List<String> lines, Map<String, Long> counters) {
        for (String line : lines) {
            String[] pair = line.trim().split("\\s+");
            counters.put(pair[0], Long.parseLong(pair[1]));
        }
    }
}
