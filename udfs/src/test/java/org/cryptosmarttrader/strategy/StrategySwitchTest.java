package org.cryptosmarttrader.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The market of these stories has one pair, whose price rises by one per cent of 100 each hour or stands still. Decisions are
 * held for two hours.
 */
@DisplayName("The switch between strategies")
class StrategySwitchTest {

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final String CALM = "NORMAL/SIDEWAYS";
    private static final String WILD = "HIGH/UP";
    private static final FollowForecast FORECAST = new FollowForecast(StrategySettings.defaults());

    private StrategySwitch strategies = switching(choice(24));
    private final List<StrategySwitch.Change> changes = new ArrayList<>();
    private long bar;
    private double price = 100;

    private static StrategyChoice choice(int dwellHours) {
        SortedMap<String, String> table = new TreeMap<>(Map.of(CALM, Flat.NAME, WILD, Reversal.NAME));
        return new StrategyChoice(
                List.of(new Momentum(FORECAST), new Reversal(FORECAST), new Flat()),
                null,
                table,
                new Horizon(2),
                8,
                dwellHours,
                List.of());
    }

    private static StrategySwitch switching(StrategyChoice choice) {
        return new StrategySwitch(choice, HOURLY);
    }

    /** An hour in which the price changes, momentum holds half of equity, reversal a quarter, and flat nothing. */
    private void hour(String regime, double change, double roundTrip) {
        price += change;
        StrategySwitch.Change made = strategies.settle(HOURLY.tick(bar), regime, pair -> price, roundTrip);
        if (made != null) {
            changes.add(made);
        }
        TreeMap<String, SortedMap<String, Stake>> stakes = new TreeMap<>();
        stakes.put(Momentum.NAME, stake(0.5));
        stakes.put(Reversal.NAME, stake(0.25));
        stakes.put(Flat.NAME, new TreeMap<>());
        strategies.note(HOURLY.tick(bar), regime, stakes);
        bar++;
    }

    private SortedMap<String, Stake> stake(double weight) {
        return new TreeMap<>(Map.of("A/USD", new Stake(weight, price, 0.004)));
    }

    @Test
    void goes_by_its_table_and_does_nothing_in_a_market_it_does_not_know() {
        assertThat(strategies.inForce(CALM).name()).isEqualTo("flat");
        assertThat(strategies.inForce(WILD).name()).isEqualTo("reversal");
        assertThat(strategies.inForce("LOW/DOWN").name()).isEqualTo("flat");
        assertThat(strategies.inForce("UNKNOWN/UP").name()).isEqualTo("flat");
        assertThat(strategies.inForce("HIGH/UNKNOWN").name()).isEqualTo("flat");
    }

    @Test
    void changes_to_the_strategy_that_brought_most_by_more_than_costs_and_error() {
        for (int hour = 0; hour < 6; hour++) {
            hour(CALM, 1, 0.001);
        }

        // decisions of hours 0 to 2 have matured at hour 4, two blocks of two at hour 5: entered at 101 to 104, left 2
        // later
        double[] net = {
            0.5 * 2 / 101 - 0.5 * 0.004, 0.5 * 2 / 102 - 0.5 * 0.004, 0.5 * 2 / 103, 0.5 * 2 / 104,
        };
        double mean = (net[0] + net[1] + net[2] + net[3]) / 4;
        double first = (net[0] + net[1]) / 2;
        double second = (net[2] + net[3]) / 2;
        double error = Math.abs(first - second) / 2; // sd of two is |a - b| / sqrt 2
        assertThat(changes).hasSize(1);
        StrategySwitch.Change change = changes.get(0);
        assertThat(change.from()).isEqualTo("flat");
        assertThat(change.to()).isEqualTo("momentum");
        assertThat(change.decisions()).isEqualTo(4);
        assertThat(change.ahead()).isCloseTo(mean, within(1e-15));
        assertThat(change.needed()).isCloseTo(0.001 + error, within(1e-15));
        assertThat(strategies.inForce(CALM).name()).isEqualTo("momentum");
    }

    @Test
    void stays_where_the_lead_does_not_pay_for_the_round_trip() {
        for (int hour = 0; hour < 30; hour++) {
            hour(CALM, 1, 0.02);
        }

        assertThat(changes).isEmpty();
    }

    @Test
    void keeps_what_it_learnt_of_one_regime_out_of_the_others() {
        for (int hour = 0; hour < 30; hour++) {
            hour(CALM, 1, 0.001);
        }

        assertThat(strategies.inForce(WILD).name()).isEqualTo("reversal");
    }

    @Test
    void waits_for_the_dwell_before_it_turns_again() {
        for (int hour = 0; hour < 6; hour++) {
            hour(CALM, 1, 0.001);
        }
        for (int hour = 6; hour < 40; hour++) {
            hour(CALM, -1, 0.001);
        }

        assertThat(changes).extracting(StrategySwitch.Change::to).containsExactly("momentum", "flat");
        assertThat(strategies.inForce(CALM).name()).isEqualTo("flat");
    }

    @Test
    void charges_only_what_a_strategy_changes() {
        strategies = switching(choice(1_000_000));
        for (int hour = 0; hour < 30; hour++) {
            hour(CALM, 0, 0.001);
        }
        PaperRecord record = new PaperRecord(2, 8);
        for (int at = 0; at < 8; at++) {
            record.settle(at, pair -> 100);
            record.note(at, CALM, new TreeMap<>(Map.of("still", stake(0.5), "none", new TreeMap<>())));
        }

        // the decisions of hours 0 and 1 paid for entering, those of 2 to 5 for nothing
        assertThat(record.lead(CALM, "none", "still").mean()).isCloseTo(-2 * 0.5 * 0.004 / 6, within(1e-18));
    }

    @Test
    void forgets_decisions_beyond_its_window() {
        PaperRecord record = new PaperRecord(2, 3);
        for (int at = 0; at < 8; at++) {
            record.settle(at, pair -> 100);
            record.note(at, CALM, new TreeMap<>(Map.of("still", stake(0.5), "none", new TreeMap<>())));
        }

        assertThat(record.lead(CALM, "none", "still").decisions()).isEqualTo(3);
        assertThat(record.lead(CALM, "none", "still").mean()).isZero();
    }

    @Test
    void goes_on_from_its_bytes() throws IOException {
        StrategySwitch straight = strategies;
        for (int hour = 0; hour < 60; hour++) {
            hour(hour % 9 < 7 ? CALM : WILD, hour % 20 < 12 ? 1 : -1, 0.001);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            strategies.write(new DataOutputStream(bytes));
            strategies = StrategySwitch.read(
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), choice(24), HOURLY);
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            strategies.write(new DataOutputStream(again));
            assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
        }
        List<StrategySwitch.Change> interrupted = List.copyOf(changes);
        changes.clear();
        strategies = switching(choice(24));
        bar = 0;
        price = 100;
        for (int hour = 0; hour < 60; hour++) {
            hour(hour % 9 < 7 ? CALM : WILD, hour % 20 < 12 ? 1 : -1, 0.001);
        }

        assertThat(straight).isNotNull();
        assertThat(changes).hasSizeGreaterThan(1).isEqualTo(interrupted);
    }

    @Test
    void always_takes_the_one_it_was_told_to() {
        StrategySwitch fixed = switching(StrategyChoice.always(FORECAST));

        assertThat(fixed.inForce("UNKNOWN/UNKNOWN").name()).isEqualTo("forecast");
        assertThat(fixed.compares()).isFalse();
    }

    @Test
    void refuses_names_that_nobody_has() {
        SortedMap<String, String> table = new TreeMap<>(Map.of(CALM, "momentun", "LOW/SIDEWAY", "flat"));

        assertThatThrownBy(
                        () -> new StrategyChoice(List.of(new Flat()), "hodl", table, new Horizon(24), 1, -1, List.of()))
                .hasMessage("""
                        conf/strategy.yaml: use is hodl, expected by-regime or one of flat
                        conf/strategy.yaml: a state of the market in table is LOW/SIDEWAY, expected one of LOW/DOWN, LOW/SIDEWAYS, LOW/UP, NORMAL/DOWN, NORMAL/SIDEWAYS, NORMAL/UP, HIGH/DOWN, HIGH/SIDEWAYS, HIGH/UP
                        conf/strategy.yaml: table.NORMAL/SIDEWAYS is momentun, expected one of flat
                        conf/strategy.yaml: compare.decisions is 1, expected a number of at least 2; write 336
                        conf/strategy.yaml: compare.dwellHours is -1, expected hours of at least 0; write 24""");
    }
}
