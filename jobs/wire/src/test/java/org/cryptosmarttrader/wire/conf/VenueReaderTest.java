package org.cryptosmarttrader.wire.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings of orders at a venue")
class VenueReaderTest {

    private static final Path CONF = Path.of("../../conf");

    @Test
    void make_no_order_real_unless_somebody_says_so() {
        VenueSettings settings = VenueReader.read(CONF, Map.of());

        assertThat(settings.mode()).isEqualTo(VenueSettings.Mode.VALIDATE);
        // definitions I.4: twenty open, thirty a minute, five per cent
        assertThat(settings.order().maxOpen()).isEqualTo(20);
        assertThat(settings.order().perMinute()).isEqualTo(30);
        assertThat(settings.order().maxPriceDeviation()).isEqualTo(new BigDecimal("0.05"));
        assertThat(settings.deadManMillis()).isEqualTo(60_000);
        assertThat(settings.beatMillis()).isEqualTo(20_000);
        assertThat(VenueReader.read(CONF, Map.of("mode", "live")).mode()).isEqualTo(VenueSettings.Mode.LIVE);
    }

    @Test
    void are_refused_with_all_faults_at_once() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("mode", "real");
        wrong.put("rest", "https://api.kraken.com/");
        wrong.put("order.deadline", "61s");
        wrong.put("order.farthest", "0.06");
        wrong.put("order.perMinute", "0");
        wrong.put("deadMan.every", "40s");
        wrong.put("callsPerSecond", "-1");
        wrong.put("order.validate", "true");

        assertThatThrownBy(() -> VenueReader.read(CONF, wrong))
                .isInstanceOf(ConfException.class)
                .hasMessageContainingAll(
                        "conf/trading.yaml: mode is real, expected validate or live",
                        "conf/trading.yaml: rest is https://api.kraken.com/, expected an address of http or https without a slash at its end",
                        "conf/trading.yaml: order.deadline is 61000ms, expected 2s to 60s, as the venue demands",
                        "conf/trading.yaml: order.farthest is 0.06, expected no more than order.maxPriceDeviation, or no order is ever sent",
                        "conf/trading.yaml: order.perMinute is 0, expected 1 or more",
                        "conf/trading.yaml: deadMan.every is 40000ms, expected half of deadMan.timeout or less: one word may get lost",
                        "conf/trading.yaml: callsPerSecond is -1, expected more than 0, up to 100",
                        "conf/trading.yaml: unknown key 'order.validate'");
    }
}
