package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Doubles into decimals")
class DecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"30000.16", "0.00000812", "0.1", "123456789012345", "7.00000000000001"})
    void come_back_as_they_were_written(String text) {
        assertThat(Decimals.of(Double.parseDouble(text))).isEqualByComparingTo(text);
    }

    @Test
    void lose_what_only_the_arithmetic_put_there() {
        assertThat(Decimals.of(0.1 + 0.2)).isEqualByComparingTo("0.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-12.50", "1E+3", "98765432109876543210.123456789"})
    void are_kept_with_their_scale(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Decimals.write(new DataOutputStream(bytes), new BigDecimal(text));

        assertThat(Decimals.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(new BigDecimal(text));
    }
}
