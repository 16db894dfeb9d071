package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fields of Kraken's trades")
class ForeignFieldsTest {

    private static final String ROW = "[\"100.5\",\"0.25\",1762795433.5,\"b\",\"l\",\"\",7%s]";

    private static TradesPage page(String envelope, String row) throws SourceException {
        return TradesPage.parse(
                Scene.bytes("{\"error\":[]%s,\"result\":{\"XXBTZUSD\":[%s],\"last\":\"1762795433500000000\"}}"
                        .formatted(envelope, row)),
                "BTC/USD",
                Scene.START);
    }

    @Test
    void change_nothing_if_nobody_asked_for_them() throws SourceException {
        TradesPage page = page(",\"new\":{\"deep\":[{}]}", ROW.formatted(",\"new\",{\"a\":[1]}"));

        assertThat(page.trades())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("raw")
                .isEqualTo(page("", ROW.formatted("")).trades())
                .hasSize(1);
        assertThat(page.last()).isEqualTo(1_762_795_433_500_000_000L);
    }

    @Test
    void are_named_if_they_are_missing() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> page("", "[\"100.5\",\"0.25\"]"))
                .withMessage("kraken: time of a trade of BTC/USD is null, expected a number");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> page("", "[\"100.5\",\"0.25\",1762795433.5,\"b\"]"))
                .withMessage("kraken trades BTC/USD: trade id is null, expected a whole number");
    }

    @Test
    void are_refused_if_no_trade_can_have_them() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> page("", ROW.formatted("").replace("100.5", "-100.5")))
                .withMessage("kraken: price of a trade of BTC/USD is -100.5, expected more than 0");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> page("", ROW.formatted("").replace("0.25", "0")))
                .withMessage("kraken: quantity of a trade of BTC/USD is 0, expected more than 0");
    }
}
