package org.cryptosmarttrader.app.runs;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/**
 * One real week of Bitstamp BTC/USD trades, as it lies inside the published package {@code org.ta4j:ta4j-examples} (MIT):
 * 100,000 rows of seconds, price and amount, 18 of them with an amount of 0.
 */
public final class RecordedWeek {

    /** First and last day that it covers. */
    public static final String FROM = "2013-11-25";

    public static final String UNTIL = "2013-12-01";

    private static final String ENTRY = "bitstamp_trades_from_20131125_usd.csv";

    private RecordedWeek() {}

    /**
     * Where it lies, as {@code cst import} takes it: {@code FILE.jar!ENTRY}.
     *
     * @throws IllegalStateException if the package is not on the class path
     */
    public static String location() {
        URL found = RecordedWeek.class.getClassLoader().getResource(ENTRY);
        if (found == null) {
            throw new IllegalStateException(
                    "the recorded week %s is not on the class path; build anew with mvn package".formatted(ENTRY));
        }
        String jar = found.getPath().substring(0, found.getPath().indexOf("!/"));
        return Path.of(URI.create(jar)) + "!" + ENTRY;
    }
}
