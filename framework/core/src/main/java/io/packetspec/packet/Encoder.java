package io.packetspec.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layers to octets: headers from the inside out, then checksums from the inside out. */
final class Encoder {
    private final List<Layer> layers;
    private final int[] starts;
    private byte[] frame = new byte[0];

    Encoder(List<Layer> layers) {
        this.layers = layers;
        this.starts = new int[layers.size()];
    }

    Octets encode() {
        writeHeaders();
        writeChecksums();
        return Octets.view(frame);
    }

    private void writeHeaders() {
        List<byte[]> headers = new ArrayList<>();
        int length = 0;
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<Header> next =
                    i + 1 < layers.size() ? Optional.of(layers.get(i + 1).header()) : Optional.empty();
            byte[] header = HeaderCodec.write(layers.get(i), length, next);
            headers.add(0, header);
            length += header.length;
        }
        frame = new byte[length];
        int at = 0;
        for (int i = 0; i < layers.size(); i++) {
            starts[i] = at;
            System.arraycopy(headers.get(i), 0, frame, at, headers.get(i).length);
            at += headers.get(i).length;
        }
    }

    private void writeChecksums() {
        List<Dissection.Part> parts = asReceived();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            for (Field field : layer.header().fields()) {
                boolean there = parts.get(i).layer().fields().containsKey(field);
                if (field.isChecksum() && there && !layer.fields().containsKey(field)) {
                    long sum = field.checksumRule().orElseThrow().of(Octets.view(frame), parts, i);
                    field.write(frame, 8 * starts[i] + layer.header().bit(field), sum);
                }
            }
        }
    }

    /** The layers as their encoded lengths have it: a receiver verifies checksums by these, even if they are lies. */
    private List<Dissection.Part> asReceived() {
        List<Dissection.Part> parts = new ArrayList<>();
        int limit = frame.length;
        for (int i = 0; i < layers.size(); i++) {
            Header header = layers.get(i).header();
            int start = starts[i];
            Dissection.Part part = HeaderCodec.read(header, Octets.view(frame), start, Math.max(limit, start))
                    .or(() -> HeaderCodec.read(header, Octets.view(frame), start, frame.length))
                    .orElseThrow();
            parts.add(part);
            limit = part.end();
        }
        return parts;
    }
}
