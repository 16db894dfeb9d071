package org.cryptosmarttrader.prediction.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.prediction.Settings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowEncoder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Feature rows of a frame")
class FeatureRowsOutTest {

    private static final long TICK = Settings.HOURLY.tick(460_000);

    private final FeatureCatalog catalog = StandardFeatures.withoutFitted();
    private final FeatureRowsOut rowsOut = new FeatureRowsOut(catalog);

    @Test
    void encoded_as_they_lie_have_the_bytes_of_the_rows_that_are_written() {
        Frame frame = new Frame(
                TICK,
                List.of(row("BTC/USD", true, 0.25), row("DOT/USD", false, 1), row("ETH/USDT", true, Double.NaN)),
                new TreeMap<>(Map.of(
                        "USD", new Frame.Group(2, hash(7)),
                        "USDT", new Frame.Group(1, hash(9)))));

        List<byte[]> encoded = rowsOut.encoded(frame);

        RowBatch written = rowsOut.features(frame);
        RowEncoder encoder = new RowEncoder(Datasets.features(catalog));
        assertThat(written.strings(1)).containsExactly("BTC/USD", "ETH/USDT");
        assertThat(encoded).containsExactly(encoder.row(written, 0), encoder.row(written, 1));
    }

    private PairRow row(String pair, boolean listed, double feature) {
        double[] features = new double[catalog.size()];
        Arrays.fill(features, feature);
        PairQuote quote = new PairQuote(pair, true, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 3);
        return new PairRow(pair, TICK, listed, features, new double[0], quote, 2, List.of(), hash(1));
    }

    private static byte[] hash(int value) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) value);
        return hash;
    }
}
