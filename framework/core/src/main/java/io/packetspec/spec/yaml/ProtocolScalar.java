package io.packetspec.spec.yaml;

import io.packetspec.spec.yaml.Tree.Text;

/**
 * The protocol of a socket: {@code IPPROTO_…}; of a packet socket {@code ETH_P_…}, which packet(7) takes in network
 * order. A number is taken as it is.
 */
record ProtocolScalar(Mapping arguments) implements Scalar<Long> {
    private static final String PACKET = "AF_PACKET";
    private static final Scalar<Long> IP = Scalars.constant("IPPROTO_");
    private static final Scalar<Long> ETHER = Scalars.constant("ETH_P_");

    @Override
    public String expected() {
        return isPacket() ? ETHER.expected() : IP.expected();
    }

    @Override
    public Long parse(String text) {
        if (isPacket() && text.startsWith("IPPROTO_")) {
            throw new IllegalArgumentException("the protocol of a packet socket is ETH_P_…, not " + text);
        } else if (!isPacket() && text.startsWith("ETH_P_")) {
            throw new IllegalArgumentException(text + " is a protocol of AF_PACKET, others have IPPROTO_…");
        } else if (Numbers.isNumber(text) || !isPacket()) {
            return IP.parse(text);
        }
        return (long) Short.toUnsignedInt(Short.reverseBytes(ETHER.parse(text).shortValue()));
    }

    private boolean isPacket() {
        return arguments
                .get("domain")
                .filter(domain ->
                        domain.tree() instanceof Text text && text.text().equals(PACKET))
                .isPresent();
    }
}
