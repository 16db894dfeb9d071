package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.features.regime.HiddenState;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hidden states fitted")
class HiddenMarkovFitTest {

    private static final long FROM = 1_514_764_800; // 2018-01-01
    private static final long UNTIL = 1_577_836_800; // 2020-01-01

    @Test
    void are_those_a_series_was_made_of() {
        // 90 small returns, then 10 great ones, over and over; the small ones leave once in 90, the great ones in 10
        double[] returns = new double[10_000];
        Arrays.setAll(returns, t -> (t % 2 == 0 ? 1 : -1) * (t % 100 < 90 ? 0.01 : 0.1));
        Arrays.fill(returns, 5_000, 5_004, Double.NaN);
        List<HiddenState> fitted = HiddenMarkovFit.of(returns, 2, 50);

        assertThat(fitted.get(0).deviation()).isCloseTo(0.01, within(1e-6));
        // a small return beside great ones may belong to either
        assertThat(fitted.get(1).deviation()).isCloseTo(0.1, within(0.003));
        assertThat(fitted.get(0).mean()).isCloseTo(0, within(1e-5));
        assertThat(fitted.get(0).start()).isCloseTo(1, within(1e-9));
        assertThat(fitted.get(0).transitions().get(1)).isCloseTo(1 / 90.0, within(1e-3));
        assertThat(fitted.get(1).transitions().get(0)).isCloseTo(1 / 10.0, within(0.01));
    }

    @Test
    void of_bitcoin_are_the_numbers_in_conf() {
        List<HiddenState> fitted = HiddenMarkovFit.of(bitcoin(), 2, 200);
        List<HiddenState> inConf = Configuration.read(Path.of("../../conf"), Map.of())
                .hiddenMarkov()
                .states();
        for (int i = 0; i < 2; i++) {
            assertThat(fitted.get(i).start()).isCloseTo(inConf.get(i).start(), within(1e-9));
            assertThat(fitted.get(i).mean()).isCloseTo(inConf.get(i).mean(), within(1e-15));
            assertThat(fitted.get(i).deviation()).isCloseTo(inConf.get(i).deviation(), within(1e-15));
            assertThat(fitted.get(i).transitions()).isEqualTo(inConf.get(i).transitions());
        }
    }

    private static double[] bitcoin() {
        Map<Long, Double> closes = new TreeMap<>();
        for (String line : Golden.lines("ohlcv/binance-1h-2017-2022/BTCUSDT_60.csv.gz")) {
            String[] cells = line.split(",");
            closes.put(Long.parseLong(cells[0]), Double.parseDouble(cells[4]));
        }
        double[] returns = new double[(int) ((UNTIL - FROM) / 3_600)];
        Arrays.setAll(returns, hour -> {
            long start = FROM + 3_600L * hour;
            Double before = start == FROM ? null : closes.get(start - 3_600);
            Double close = closes.get(start);
            return before == null || close == null ? Double.NaN : StrictMath.log(close / before);
        });
        return returns;
    }
}
