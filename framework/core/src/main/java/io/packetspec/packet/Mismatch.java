package io.packetspec.packet;

/** One difference: the field's path such as {@code tcp.seq}, and both values in notation. */
public record Mismatch(String path, String expected, String actual) {}
