package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.report.Certificate.Accusation;
import org.cryptosmarttrader.serving.report.Certificate.Archive;
import org.cryptosmarttrader.serving.report.Certificate.Availability;
import org.cryptosmarttrader.serving.report.Certificate.CheckResult;
import org.cryptosmarttrader.serving.report.Certificate.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of a certificate")
class CertificatePageTest {

    private static final Accusation SEEN = new Accusation(
            "PREFIX", "features", "ret_1", "BTC/USD", "2021-03-04T05:00:05Z", "", "0.5", "0.25", "cut at <noon>");

    private static <V> SortedMap<String, V> map(String key, V value) {
        SortedMap<String, V> map = new TreeMap<>();
        map.put(key, value);
        return map;
    }

    private static String page(String verdict, List<String> accused, List<Accusation> first) {
        Column column = new Column("features", "ret_1", verdict, 1_200, map("PREFIX", 700L), new TreeMap<>(), first);
        return CertificatePage.of(new Certificate(
                        verdict,
                        3,
                        accused,
                        List.of("sent_6h"),
                        1_500,
                        map("features", 25_056L),
                        "2021-03-01T00:00:05Z",
                        "2021-05-01T00:00:05Z",
                        "2021-01-20T00:00:00Z",
                        List.of(),
                        1,
                        map("2021-03-04T04:00:00Z", "drawn"),
                        new Archive(2, "2021-05-01T00:00:05Z", "cafe"),
                        map("features", "beef"),
                        "f00d",
                        "c0de",
                        "dead",
                        "cst test",
                        map("PREFIX", new CheckResult("rows are the same", 4, 700, 650, accused.size(), null)),
                        new Availability("all", 90, map("binance-klines", 88L), map("not held", 2L), 0, List.of()),
                        List.of(column),
                        null)
                .sealed());
    }

    @Test
    void counts_clean_and_untested_columns_apart() {
        assertThat(page(Certificate.CLEAN, List.of(), List.of()))
                .contains("of 3 columns over 1,500 ticks 2 are clean and none is accused; 1 are untested")
                .contains("25,056 features", "root of features", "beef")
                .doesNotContain("<h2>Accused</h2>");
    }

    @Test
    void shows_the_first_difference_of_an_accused_column_as_text() {
        assertThat(page(Certificate.ACCUSED, List.of("ret_1"), List.of(SEEN)))
                .contains("Something is accused", "<h2>Accused</h2>", "0.25", "cut at &lt;noon&gt;")
                .doesNotContain("<noon>");
    }
}
