package io.packetspec.linux.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Layouts of events as tracefs describes them, and events read by them. */
final class FormatTest {
    private static final Format FORMAT = Format.parse("""
            name: kfree_skb
            ID: 2310
            format:
            \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
            \tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;

            \tfield:void * skbaddr;\toffset:8;\tsize:8;\tsigned:0;
            \tfield:enum skb_drop_reason reason;\toffset:16;\tsize:4;\tsigned:0;
            \tfield:__data_loc char[] name;\toffset:20;\tsize:4;\tsigned:0;
            \tfield:__u8 saddr[28];\toffset:24;\tsize:28;\tsigned:0;

            print fmt: "state=%s reason: %s", __print_symbolic(REC->state, { TCP_LISTEN, "TCP_LISTEN" }), \
            __print_symbolic(REC->reason, { 2, "NOT_SPECIFIED" }, { 3, "NO_SOCKET" })
            """);

    private static byte[] event(int reason) {
        return ByteBuffer.allocate(32)
                .order(ByteOrder.nativeOrder())
                .putShort((short) 2310)
                .put((byte) 0x91)
                .putLong(8, 0xffff_8881_0000_0100L)
                .putInt(16, reason)
                .putInt(20, 5 << 16 | 24)
                .put(24, "eth0".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    @Test
    void anEventIsReadByItsFormat() {
        byte[] event = event(3);
        assertThat(FORMAT.id()).isEqualTo(2310);
        assertThat(FORMAT.number(event, "common_type")).isEqualTo(2310);
        assertThat(FORMAT.number(event, "common_flags")).isEqualTo(0x91);
        assertThat(FORMAT.number(event, "skbaddr")).isEqualTo(0xffff_8881_0000_0100L);
        assertThat(FORMAT.text(event, "name")).isEqualTo("eth0");
        assertThat(FORMAT.name(event, "reason")).isEqualTo("NO_SOCKET");
    }

    @Test
    void aNumberWithoutANameStandsForItself() {
        assertThat(FORMAT.name(event(65_537), "reason")).isEqualTo("65537");
        assertThat(FORMAT.symbols().get("state")).isEmpty();
    }

    @Test
    void aFieldThatThisKernelLacksIsNamed() {
        assertThat(FORMAT.has("saddr")).isTrue();
        assertThat(FORMAT.has("rx_sk")).isFalse();
        assertThatThrownBy(() -> FORMAT.number(event(3), "rx_sk")).hasMessageContaining("no field rx_sk");
        assertThatThrownBy(() -> FORMAT.number(event(3), "saddr")).hasMessageContaining("saddr is no number");
    }
}
