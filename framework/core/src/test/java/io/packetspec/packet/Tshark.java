package io.packetspec.packet;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The dissector that everybody trusts. */
final class Tshark {
    private static final List<String> PREFERENCES = List.of(
            "ip.check_checksum:TRUE",
            "tcp.check_checksum:TRUE",
            "udp.check_checksum:TRUE",
            "sctp.checksum:CRC 32c",
            "ip.defragment:FALSE",
            "ipv6.defragment:FALSE",
            "tcp.analyze_sequence_numbers:FALSE",
            "tcp.try_heuristic_first:FALSE");

    private Tshark() {}

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
    }

    /** For each frame the values of these fields, outermost first. */
    static List<Map<String, List<String>>> dissect(List<Octets> frames, List<String> fields, Path folder) {
        try {
            Path pcap = Files.write(folder.resolve("frames.pcap"), pcap(frames));
            return Files.readAllLines(run(command(pcap, fields), folder)).stream()
                    .map(line -> row(fields, line.split("\\|", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path run(List<String> command, Path folder) throws IOException {
        Path out = folder.resolve("fields.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("tshark failed: " + Files.readString(folder.resolve("errors.txt")));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroy();
        }
        return out;
    }

    private static List<String> command(Path pcap, List<String> fields) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", pcap.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "separator=|", "-E", "occurrence=a", "-E", "aggregator=;"));
        PREFERENCES.forEach(preference -> command.addAll(List.of("-o", preference)));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        return command;
    }

    private static Map<String, List<String>> row(List<String> fields, String[] values) {
        Map<String, List<String>> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(fields.get(i), values[i].isEmpty() ? List.of() : List.of(values[i].split(";")));
        }
        return row;
    }

    /** The file format of libpcap, with Ethernet as its link type: pcap-savefile(5). */
    private static byte[] pcap(List<Octets> frames) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(octets);
        for (int word : new int[] {0xa1b2c3d4, 0x0002_0004, 0, 0, 65535, 1}) {
            file.writeInt(word);
        }
        for (Octets frame : frames) {
            for (int word : new int[] {0, 0, frame.length(), frame.length()}) {
                file.writeInt(word);
            }
            file.write(frame.toArray());
        }
        return octets.toByteArray();
    }
}
