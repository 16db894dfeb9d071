package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and version of this program, as built. */
public final class Version {

    private Version() {}

    /** E.g. {@code cst 0.1.0}. */
    public static String program() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/cst-build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "cst " + build.getProperty("version");
    }

    /** Says who asks, for sources on the web. */
    static String userAgent() {
        return "CryptoSmartTrader/%s (market data, read only)"
                .formatted(program().replace("cst ", ""));
    }
}
