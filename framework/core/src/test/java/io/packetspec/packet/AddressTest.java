package io.packetspec.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "02:00:00:00:00:Aa, 02:00:00:00:00:aa",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8::0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    })
    void is_printed_in_the_canonical_text_of_RFC_5952(String text, String canonical) {
        Address address = Address.parse(text);
        assertThat(address).hasToString(canonical);
        assertThat(Address.parse(canonical)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "192.0.2",
                "192.0.2.256",
                "192.0.02.1",
                "1.2.3.4.5",
                "3221225985",
                "1:2:3:4:5:6:7",
                ":::",
                "1::2::3",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "fe80::1%eth0",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:8::",
                "02:00:00:00:00",
                "g::"
            })
    void is_never_looked_up_as_a_name(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.parse(text))
                .withMessage("\"" + text + "\" is no address: write an IPv4 address such as 192.0.2.1,"
                        + " an IPv6 address such as 2001:db8::1 or a MAC such as 02:00:00:00:00:01");
    }
}
