package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.cryptosmarttrader.domain.Numbers;

/** The one place where a double becomes a decimal, and how decimals are kept. */
public final class Decimals {

    /** Every decimal of up to 15 significant digits comes back from a double as it was written. */
    private static final MathContext WRITTEN = new MathContext(15, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /**
     * The exact value of a double, rounded to 15 significant digits. {@code BigDecimal.valueOf} would do less: it goes by
     * {@code Double.toString}, whose digits changed between Java versions.
     *
     * @throws NumberFormatException if the value is not finite
     */
    public static BigDecimal of(double value) {
        return new BigDecimal(value).round(WRITTEN);
    }

    /** Writes a decimal with its scale. */
    static void write(DataOutput out, BigDecimal value) throws IOException {
        Numbers.write(out, value.unscaledValue().toByteArray());
        out.writeInt(value.scale());
    }

    static BigDecimal read(DataInput in) throws IOException {
        return new BigDecimal(new BigInteger(Numbers.readBytes(in)), in.readInt());
    }
}
