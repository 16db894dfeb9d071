package org.cryptosmarttrader.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arrays of numbers as bytes")
class NumbersTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @Test
    void come_back_bit_by_bit() throws IOException {
        double[] doubles = {1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
        long[] longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
        Numbers.write(out, doubles);
        Numbers.write(out, longs);
        Numbers.write(out, new byte[] {1, 2});
        Numbers.write(out, (byte[]) null);

        DataInputStream in = written();
        double[] read = Numbers.readDoubles(in);
        for (int i = 0; i < doubles.length; i++) {
            assertThat(Double.doubleToRawLongBits(read[i])).isEqualTo(Double.doubleToRawLongBits(doubles[i]));
        }
        assertThat(read).hasSize(doubles.length);
        assertThat(Numbers.readLongs(in)).isEqualTo(longs);
        assertThat(Numbers.readBytes(in)).containsExactly(1, 2);
        assertThat(Numbers.readBytes(in)).isNull();
        assertThat(in.available()).isZero();
    }

    @Test
    void are_written_as_one_by_one() throws IOException {
        out.writeDouble(1.5);
        out.writeDouble(-2.25);
        byte[] oneByOne = bytes.toByteArray();
        bytes.reset();

        Numbers.write(out, new double[] {9, 1.5, -2.25, 9}, 1, 2);

        assertThat(bytes.toByteArray()).isEqualTo(oneByOne);
    }

    @Test
    void fill_part_of_an_array() throws IOException {
        double[] target = {1, 2, 3, 4};
        Numbers.write(out, new double[] {8, 9}, 0, 2);

        Numbers.read(written(), target, 1, 2);

        assertThat(target).containsExactly(1, 8, 9, 4);
    }

    private DataInputStream written() {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
