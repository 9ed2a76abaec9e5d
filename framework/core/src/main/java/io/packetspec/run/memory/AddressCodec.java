package io.packetspec.run.memory;

import io.packetspec.abi.Struct;
import io.packetspec.linux.SocketAddress;
import io.packetspec.packet.Octets;
import io.packetspec.spec.AddressFields;
import io.packetspec.spec.Endpoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/** Socket addresses between the model and the memory of a call. */
public final class AddressCodec {
    private AddressCodec() {}

    /** Of an Endpoint, of AddressFields, or of Octets that are taken as they are. */
    public static byte[] encode(Object address) {
        if (address instanceof Endpoint endpoint) {
            return SocketAddress.internet(endpoint.address().octets().toArray(), endpoint.port())
                    .encode();
        } else if (address instanceof Octets octets) {
            return octets.toArray();
        }
        AddressFields fields = (AddressFields) address;
        byte[] octets = LayoutCodec.struct(fields.struct(), fields.fields());
        return fields.length() < 0 ? octets : Arrays.copyOf(octets, fields.length());
    }

    /** The fields of the struct that the family says; none, if there is no address. */
    public static Map<String, Object> decode(byte[] octets) {
        return octets.length < Short.BYTES ? Map.of() : LayoutCodec.fields(struct(octets), octets);
    }

    /** Of an address by its fields. */
    public static Struct layout(Map<String, Object> address) {
        return Struct.address(address.get("family") instanceof Long family ? family : 0);
    }

    private static Struct struct(byte[] octets) {
        return Struct.address(Short.toUnsignedLong(
                ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder()).getShort()));
    }
}
