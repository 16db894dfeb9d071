package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fees by own volume")
class FeeScheduleTest {

    @Test
    void are_those_of_the_golden_vector_I3() {
        Golden golden = Golden.vector("I3-");
        FeeSchedule fees = new FeeSchedule(
                tiers(golden.inputs().get("taker")), tiers(golden.inputs().get("maker")));
        BigDecimal notional = decimal(golden.inputs().get("notional"));
        for (int i = 0; i < golden.inputs().get("volume30d").size(); i++) {
            BigDecimal volume = decimal(golden.inputs().get("volume30d").get(i));

            assertThat(FeeSchedule.fee(notional, fees.takerPercent(volume), 8))
                    .isEqualByComparingTo(
                            decimal(golden.outputs().get("takerFee").get(i)));
            assertThat(FeeSchedule.fee(notional, fees.makerPercent(volume), 8))
                    .isEqualByComparingTo(
                            decimal(golden.outputs().get("makerFee").get(i)));
        }
    }

    @Test
    void are_rounded_half_up_to_the_decimals_of_a_cost() {
        BigDecimal percent = new BigDecimal("0.4");

        assertThat(FeeSchedule.fee(new BigDecimal("1.25"), percent, 2)).isEqualByComparingTo("0.01");
        assertThat(FeeSchedule.fee(new BigDecimal("1.2499"), percent, 2)).isEqualByComparingTo("0");
    }

    @Test
    void of_kraken_begin_at_forty_hundredths_and_fall_to_ten() {
        FeeSchedule kraken = FeeSchedule.kraken();

        assertThat(kraken.takerPercent(BigDecimal.ZERO)).isEqualByComparingTo("0.4");
        assertThat(kraken.takerPercent(new BigDecimal("1e9"))).isEqualByComparingTo("0.1");
        assertThat(kraken.makerPercent(new BigDecimal("1e9"))).isZero();
    }

    @Test
    void need_tables_that_rise_from_zero() {
        FeeSchedule.Tier first = new FeeSchedule.Tier(BigDecimal.ZERO, BigDecimal.ONE);
        FeeSchedule.Tier second = new FeeSchedule.Tier(BigDecimal.TEN, BigDecimal.ONE);

        assertThatThrownBy(() -> new FeeSchedule(List.of(second), List.of(first, second, second)))
                .hasMessageContaining("conf/execution.yaml: fees.taker is ")
                .hasMessageContaining("conf/execution.yaml: fees.maker is ");
    }

    @Test
    void count_the_volume_of_the_last_thirty_days_only() {
        VolumeWindow volume = new VolumeWindow();
        long day = 86_400_000L;
        volume.add(0, new BigDecimal("700"));
        volume.add(10 * day, new BigDecimal("0.1"));

        volume.advanceTo(30 * day - 1);
        assertThat(volume.total()).isEqualByComparingTo("700.1");
        volume.advanceTo(30 * day);
        assertThat(volume.total()).isEqualByComparingTo("0.1");
    }

    private static List<FeeSchedule.Tier> tiers(JsonNode table) {
        List<FeeSchedule.Tier> tiers = new ArrayList<>();
        table.forEach(row -> tiers.add(new FeeSchedule.Tier(decimal(row.get(0)), decimal(row.get(1)))));
        return tiers;
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asText());
    }
}
