package io.packetspec.abi;

/** How a value lies in memory. */
public sealed interface Layout permits Form, Struct {
    /** In octets; 0 where it varies. */
    int size();

    /**
     * The struct of this name, or the form that is written so; {@code sockaddr} is the form, whose struct its family says.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    static Layout of(String text) {
        return Struct.named(text)
                .filter(struct -> !struct.name().equals("sockaddr"))
                .<Layout>map(struct -> struct)
                .orElseGet(() -> Form.parse(text));
    }
}
