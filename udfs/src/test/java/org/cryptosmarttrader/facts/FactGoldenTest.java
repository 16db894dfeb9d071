package org.cryptosmarttrader.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Facts against the golden vectors")
class FactGoldenTest {

    /** A tick of the grid for vectors that state none. */
    private static final long TICK = FactScene.HOURLY.tick(500_000);

    @Test
    void weigh_scores_by_their_age() {
        Golden golden = Golden.vector("D1-");
        // the vector's instant is on the hour, five seconds before a tick: everything is moved by the grace
        long shift = FactScene.HOURLY.graceMillis();
        FactScene scene = new FactScene();
        int number = 0;
        long tick = (long) golden.input("T") + shift;
        for (JsonNode item : golden.inputs().get("items")) {
            String id = "item" + number++;
            scene.text(
                    "news",
                    id,
                    item.get("availableAt").asLong() + shift,
                    item.get("score").asDouble(),
                    "BTC",
                    id);
        }
        scene.listened("news", tick - 25 * TickGrid.HOUR, tick - shift);

        TextStatistics texts = scene.facts("BTC", tick).texts("news");

        golden.check("sent_6h", texts.mean6h());
        golden.check("sent_24h", texts.mean24h());
        golden.check("sent_disp_6h", texts.dispersion6h());
        golden.check("sent_disp_24h", texts.dispersion24h());
        golden.check("sent_mom", texts.mean6h() - texts.mean24h());
        golden.check("sent_count_24", texts.count24());
    }

    @Test
    void tell_silence_from_not_listening() {
        Golden golden = Golden.vector("D2-");
        FactScene listening = new FactScene().listened("news", TICK - 30 * TickGrid.HOUR, TICK - 5_000);

        assertThat(listening.facts("BTC", TICK).texts("news").count24())
                .isEqualTo(Golden.numbers(golden.outputs().get("sent_count_24"))[0]);
        assertThat(listening.facts("BTC", TICK).texts("news").mean24h()).isNaN();
        assertThat(new FactScene().facts("BTC", TICK).texts("news").count24()).isNaN();
    }

    @Test
    void add_up_what_whales_move_to_exchanges_and_from_them() {
        Golden golden = Golden.vector("E1-");
        FactScene scene = new FactScene().listened("bitcoin", TICK - 30 * TickGrid.HOUR, TICK - 5_000);
        int number = 0;
        for (JsonNode transfer : golden.inputs().get("transfers")) {
            scene.transfer(
                    "t" + number++,
                    TICK,
                    transfer.get("usd").asDouble(),
                    transfer.get("from").asText(),
                    transfer.get("to").asText());
        }

        FlowStatistics flows = scene.facts("BTC", TICK).flows();

        golden.check("whale_count", flows.sum(Flow.WHALE_COUNT, 1));
        golden.check("inflow", flows.sum(Flow.TO_EXCHANGES, 1));
        golden.check("outflow", flows.sum(Flow.FROM_EXCHANGES, 24));
        golden.check("netflow", flows.sum(Flow.NET_TO_EXCHANGES, 24));
    }

    @Test
    void compare_flows_with_the_week_before() {
        Golden golden = Golden.vector("E2-");
        double unit = 1e7; // so that the smallest of the vector's numbers is a whale's too
        FactScene scene = new FactScene().listened("bitcoin", TICK - 180 * TickGrid.HOUR, TICK - 5_000);
        for (int i = 0; i < 168; i++) {
            double value = (i * i * 7919 % 1000) / 10.0;
            if (value > 0) {
                scene.transfer("t" + i, TICK - (168 - i) * TickGrid.HOUR, value * unit, "unknown", "unknown");
            }
        }
        scene.transfer("now", TICK, 150.5 * unit, "unknown", "unknown");

        FlowStatistics flows = scene.facts("BTC", TICK).flows();

        golden.check("z_1h", flows.surprise(Flow.WHALE_USD, 1));
        golden.check("sum24", flows.sum(Flow.WHALE_USD, 24) / unit);
        golden.check("z_24h", flows.surprise(Flow.WHALE_USD, 24));
    }
}
