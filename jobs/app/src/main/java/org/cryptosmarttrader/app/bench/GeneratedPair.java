package org.cryptosmarttrader.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;

/** Made-up bars of one pair, one in a hundred of them missing: load, not data. Not thread-safe. */
final class GeneratedPair {

    static final String SOURCE = "generated";

    private static final long DELAY = 5_000;
    private static final double FIRST_PRICE = 100;
    /** Widest step of a bar. */
    private static final double STEP = 0.01;

    private static final int MISSING_ONE_IN = 100;
    private static final byte[] PAYLOAD = Sha256.of("load of cst bench".getBytes(StandardCharsets.UTF_8));

    private final String name;
    private final SplittableRandom random;
    private double price = FIRST_PRICE;
    private long bars;

    /** @param number 0 is BTC/USD, 1 ETH/USD */
    GeneratedPair(int number) {
        name = List.of("BTC", "ETH").stream().skip(number).findFirst().orElse("P%02d".formatted(number)) + "/USD";
        random = new SplittableRandom(number);
    }

    String name() {
        return name;
    }

    /** How many there were so far. */
    long bars() {
        return bars;
    }

    /** The bar that starts then, known when it ends; null if it is missing. */
    EventBlock next(long start, long barMillis) {
        return next(start, barMillis, start + barMillis + DELAY);
    }

    /** The bar that starts then; null if it is missing. */
    EventBlock next(long start, long barMillis, long availableAt) {
        double open = price;
        price *= 1 + STEP * (random.nextDouble() - 0.5);
        double high = Math.max(open, price) * (1 + STEP * random.nextDouble());
        double low = Math.min(open, price) * (1 - STEP * random.nextDouble());
        double volume = 1 + random.nextDouble();
        if (random.nextInt(MISSING_ONE_IN) == 0) {
            return null;
        }
        bars++;
        double[] values = new double[EventKind.BAR.width()];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(new double[] {open, high, low, price, volume}, 0, values, 0, 5);
        return new EventBlock(
                EventKind.BAR,
                SOURCE,
                name,
                barMillis,
                Availability.ASSIGNED,
                new long[] {start},
                new long[] {start + barMillis - 1},
                new long[] {availableAt},
                values,
                PAYLOAD);
    }
}
