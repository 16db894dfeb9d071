package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** TA-Lib's Java port 0.4.0 as an independent source of the indicators. */
@DisplayName("Indicators equal TA-Lib's on gap-free stretches of 240 recorded bars")
class TaLibOracleTest {

    private static final int BARS = 240;
    private static final int WEEK = 168;
    private static final int VALUES = 22;
    private static final double RELATIVE = 1e-10;

    /** TA-Lib takes the deviation as mean of squares minus square of mean, which loses digits where bands are narrow. */
    private static final double RELATIVE_OF_BANDS = 1e-8;

    private final FeatureCatalog catalog = StandardFeatures.withoutFitted();
    private int compared;

    @Test
    void on_the_golden_bars() {
        Tape tape = Tape.golden();
        compare(tape.decidedOn(tape.last()));

        assertThat(compared).isEqualTo(VALUES);
    }

    @Test
    void on_eight_years_of_bitcoin() {
        Tape tape = Tape.recorded("BTC/USD", "ohlcv/kraken-1h/XBTUSD_60.csv.gz", 0, Long.MAX_VALUE);
        int stretches = compareStretches(tape, 997);

        System.out.printf("TA-Lib: %d values equal on %d stretches%n", compared, stretches);
        assertThat(stretches).isGreaterThan(40);
        assertThat(compared).isEqualTo(VALUES * stretches);
    }

    private int compareStretches(Tape tape, int step) {
        int stretches = 0;
        for (long bar = tape.first() + BARS; bar <= tape.last(); bar += step) {
            History history = tape.decidedOn(bar, BARS);
            if (history.window(Column.CLOSE, BARS).present() == BARS) {
                compare(history);
                stretches++;
            }
        }
        return stretches;
    }

    private void compare(History history) {
        for (Map.Entry<String, Double> expected : new Indicators(history).all().entrySet()) {
            double actual =
                    catalog.ofPair().get(catalog.indexOf(expected.getKey())).value(history);
            double relative = expected.getKey().startsWith("bb_") ? RELATIVE_OF_BANDS : RELATIVE;
            double scale = Math.max(Math.abs(actual), Math.abs(expected.getValue()));
            assertThat(Math.abs(actual - expected.getValue()))
                    .as("%s at bar %d: %s, TA-Lib %s", expected.getKey(), history.bar(), actual, expected.getValue())
                    .isLessThanOrEqualTo(relative * scale + 1e-13);
            compared++;
        }
    }

    /** TA-Lib's last values, put into the form of our features. */
    private static final class Indicators {

        private final Core core = new Core();
        private final double[] high;
        private final double[] low;
        private final double[] close;
        private final double[] volume;
        private final Map<String, Double> values = new TreeMap<>();

        Indicators(History history) {
            high = column(history, Column.HIGH);
            low = column(history, Column.LOW);
            close = column(history, Column.CLOSE);
            volume = column(history, Column.VOLUME);
        }

        Map<String, Double> all() {
            averages();
            bands();
            oscillators();
            wilder();
            channel();
            onBalanceVolume();
            return values;
        }

        private void averages() {
            for (int period : new int[] {20, 50, 200}) {
                values.put(
                        "sma_dev_" + period,
                        Math.log(now()
                                / last((from, to, begin, count, out) ->
                                        core.sma(from, to, close, period, begin, count, out[0]))[0]));
            }
            for (int period : new int[] {12, 26}) {
                values.put(
                        "ema_dev_" + period,
                        Math.log(now()
                                / last((from, to, begin, count, out) ->
                                        core.ema(from, to, close, period, begin, count, out[0]))[0]));
            }
            double[] macd = last((from, to, begin, count, out) ->
                    core.macd(from, to, close, 12, 26, 9, begin, count, out[0], out[1], out[2]));
            values.put("macd", macd[0] / now());
            values.put("macd_signal", macd[1] / now());
            values.put("macd_hist", macd[2] / now());
        }

        private void bands() {
            double[] band = last((from, to, begin, count, out) ->
                    core.bbands(from, to, close, 20, 2, 2, MAType.Sma, begin, count, out[0], out[1], out[2]));
            values.put("bb_pctb", (now() - band[2]) / (band[0] - band[2]));
            values.put("bb_width", (band[0] - band[2]) / band[1]);
        }

        private void oscillators() {
            double[] stochastic = last((from, to, begin, count, out) ->
                    core.stochF(from, to, high, low, close, 14, 3, MAType.Sma, begin, count, out[0], out[1]));
            values.put("stoch_k", stochastic[0]);
            values.put("stoch_d", stochastic[1]);
            put(
                    "cci_20",
                    (from, to, begin, count, out) -> core.cci(from, to, high, low, close, 20, begin, count, out[0]));
            put(
                    "mfi_14",
                    (from, to, begin, count, out) ->
                            core.mfi(from, to, high, low, close, volume, 14, begin, count, out[0]));
            put("rsi_14", (from, to, begin, count, out) -> core.rsi(from, to, close, 14, begin, count, out[0]));
        }

        private void wilder() {
            put(
                    "plus_di",
                    (from, to, begin, count, out) -> core.plusDI(from, to, high, low, close, 14, begin, count, out[0]));
            put(
                    "minus_di",
                    (from, to, begin, count, out) ->
                            core.minusDI(from, to, high, low, close, 14, begin, count, out[0]));
            put("adx", (from, to, begin, count, out) -> core.adx(from, to, high, low, close, 14, begin, count, out[0]));
            double range = last(
                    (from, to, begin, count, out) -> core.atr(from, to, high, low, close, 14, begin, count, out[0]))[0];
            values.put("atr_pct_14", range / now());
        }

        private void channel() {
            double top = last((from, to, begin, count, out) -> core.max(from, to, high, 20, begin, count, out[0]))[0];
            double bottom = last((from, to, begin, count, out) -> core.min(from, to, low, 20, begin, count, out[0]))[0];
            values.put("don_pos", (now() - bottom) / (top - bottom));
            values.put("don_width", (top - bottom) / now());
        }

        /** TA-Lib begins at the first volume, not at 0, which a z-score does not see. */
        private void onBalanceVolume() {
            double[] balance = new double[WEEK];
            core.obv(BARS - WEEK, BARS - 1, close, volume, new MInteger(), new MInteger(), balance);
            double mean = Arrays.stream(balance).average().orElseThrow();
            double squares = Arrays.stream(balance)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            values.put("obv_z_168", (balance[WEEK - 1] - mean) / Math.sqrt(squares / (WEEK - 1)));
        }

        private void put(String feature, Indicator indicator) {
            values.put(feature, last(indicator)[0]);
        }

        /** The last value of each of an indicator's series. */
        private static double[] last(Indicator indicator) {
            double[][] out = new double[3][BARS];
            MInteger begin = new MInteger();
            MInteger count = new MInteger();
            assertThat(indicator.run(0, BARS - 1, begin, count, out)).isEqualTo(RetCode.Success);
            assertThat(begin.value + count.value).isEqualTo(BARS);
            int last = count.value - 1;
            return new double[] {out[0][last], out[1][last], out[2][last]};
        }

        private double now() {
            return close[BARS - 1];
        }

        private static double[] column(History history, Column column) {
            Window window = history.window(column, BARS);
            double[] values = new double[BARS];
            for (int i = 0; i < BARS; i++) {
                values[i] = window.at(i);
            }
            return values;
        }
    }

    /** One of TA-Lib's functions over bars {@code from..to}. */
    private interface Indicator {
        RetCode run(int from, int to, MInteger begin, MInteger count, double[][] out);
    }
}
