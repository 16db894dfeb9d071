package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cryptosmarttrader.book.BookScene.BTC;
import static org.cryptosmarttrader.book.BookScene.account;
import static org.cryptosmarttrader.book.BookScene.bar;
import static org.cryptosmarttrader.book.BookScene.fall;
import static org.cryptosmarttrader.book.BookScene.fills;
import static org.cryptosmarttrader.book.BookScene.flat;
import static org.cryptosmarttrader.book.BookScene.orders;
import static org.cryptosmarttrader.book.BookScene.rise;
import static org.cryptosmarttrader.book.BookScene.silent;

import java.math.BigDecimal;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.gates.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Twenty bitcoin are to be bought at about 100 by the first order, in either lane; the lane GATED has a venue. */
@DisplayName("An order at a venue")
class VenueOrdersTest {

    private static final String BUY = "GATED:BTC/USD:3605000:BUY";

    private final BookScene scene = new BookScene(BookScene.atVenue());

    @BeforeEach
    void order() {
        BookEvents events = scene.hour(flat(BTC, 100), rise(BTC));
        assertThat(orders(events, Lane.GATED)).extracting(Order::id).containsExactly(BUY);
    }

    @AfterEach
    void the_account_agrees_with_itself() {
        assertThat(scene.book().balances()).isTrue();
    }

    private static Execution fill(String order, String fillId, String quantity, String price, String fee) {
        return Execution.fill(order, fillId, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(fee));
    }

    private static Execution bought(String fillId, String quantity) {
        return fill(BUY, fillId, quantity, "100.5", "1.25");
    }

    /** The hour passes, the job restarts, and the account still agrees with itself. */
    private BookEvents hour(Signal... signals) {
        BookEvents events = scene.hour(flat(BTC, 101), signals);
        assertThat(scene.book().balances()).isTrue();
        scene.restart();
        return events;
    }

    private static AccountSnapshot gated(BookEvents events) {
        return account(events, Lane.GATED);
    }

    private static List<Objection.Reason> refusals(BookEvents events) {
        return events.refused().stream()
                .map(refused -> refused.objection().reason())
                .toList();
    }

    @Nested
    @DisplayName("is booked as the venue reports it")
    class IsBooked {

        @Test
        void with_its_quantity_price_and_fee_to_the_last_digit() {
            // more digits than a double has
            BookEvents events = scene.reported(
                            fill(BUY, "T-1", "19.99999999", "100.123456789012345", "8.0098765432109876"))
                    .hour(bar(BTC, 100.5, 101, 100, 101));

            Fill fill = fills(events, Lane.GATED).get(0);
            assertThat(fill.id()).isEqualTo(BUY + "#1");
            assertThat(fill.venueId()).isEqualTo("T-1");
            assertThat(fill.price()).isEqualTo("100.123456789012345");
            assertThat(fill.fee()).isEqualTo("8.0098765432109876");
            assertThat(fill.optimisticPrice()).isEqualByComparingTo("100.5"); // the open of the bar that became known
            assertThat(fill.slippage()).isNaN();
            assertThat(fill.assumptions()).isEmpty();
            assertThat(fill.bar()).isEqualTo(1);
            BigDecimal notional = new BigDecimal("19.99999999").multiply(new BigDecimal("100.123456789012345"));
            assertThat(gated(events).cash())
                    .isEqualByComparingTo(
                            new BigDecimal("10000").subtract(notional).subtract(new BigDecimal("8.0098765432109876")));
        }

        @Test
        void in_parts_until_nothing_is_left() {
            BookEvents first = scene.reported(bought("T-1", "5"))
                    .reported(bought("T-2", "6"))
                    .hour(flat(BTC, 101));
            scene.restart();
            BookEvents last = scene.reported(bought("T-3", "9")).hour(flat(BTC, 101));

            assertThat(fills(first, Lane.GATED)).extracting(Fill::number).containsExactly(1, 2);
            assertThat(fills(last, Lane.GATED)).extracting(Fill::id).containsExactly(BUY + "#3");
            // 20 at 100.5 and three fees
            assertThat(gated(last).cash()).isEqualByComparingTo("7986.25");
            assertThat(refusals(scene.reported(bought("T-4", "1")).hour(flat(BTC, 101))))
                    .containsExactly(Objection.Reason.NO_OPEN_ORDER);
        }

        @Test
        void and_its_fee_as_a_share_of_what_was_traded() {
            Fill fill = fills(
                            scene.reported(fill(BUY, "T-1", "20", "100", "5.2")).hour(flat(BTC, 101)), Lane.GATED)
                    .get(0);

            assertThat(fill.feePercent()).isEqualByComparingTo("0.26"); // 5.2 of 2,000
        }

        @Test
        void without_an_optimistic_price_where_no_bar_has_come_yet() {
            Fill fill = fills(scene.reported(bought("T-1", "20")).hour(silent(BTC, 1)), Lane.GATED)
                    .get(0);

            assertThat(fill.optimisticPrice()).isNull();
        }

        @Test
        void and_sold_for_a_profit_after_its_costs() {
            scene.reported(fill(BUY, "T-1", "20", "100", "5.2")).hour(flat(BTC, 101));
            Order sale = orders(hour(fall(BTC)), Lane.GATED).get(0);
            BookEvents events =
                    scene.reported(fill(sale.id(), "T-2", "20", "102", "5.3")).hour(flat(BTC, 101));

            // 2,040 - 5.3 - 2,005.2
            assertThat(fills(events, Lane.GATED).get(0).realised()).isEqualByComparingTo("29.5");
            assertThat(gated(events).positions()).isZero();
        }

        @Test
        void beside_the_lane_research_which_fills_on_paper() {
            scene.hour(flat(BTC, 100));
            BookEvents events = scene.hour(flat(BTC, 100));

            assertThat(fills(events, Lane.RESEARCH)).hasSize(1).allSatisfy(fill -> assertThat(fill.venueId())
                    .isNull());
            assertThat(fills(events, Lane.GATED)).isEmpty();
        }
    }

    @Nested
    @DisplayName("changes nothing where the report cannot be so:")
    class ChangesNothing {

        private void refused(Execution report, Objection.Reason reason) {
            BookEvents events = scene.reported(report).hour(flat(BTC, 101));

            assertThat(refusals(events)).containsExactly(reason);
            assertThat(fills(events, Lane.GATED)).isEmpty();
            assertThat(scene.book().balances()).isTrue();
        }

        @Test
        void a_fill_that_was_booked_before() {
            scene.reported(bought("T-1", "5")).hour(flat(BTC, 101));
            scene.restart();

            refused(bought("T-1", "5"), Objection.Reason.FILL_TWICE);
        }

        @Test
        void a_fill_that_comes_twice_in_one_hour() {
            BookEvents events = scene.reported(bought("T-1", "5"))
                    .reported(bought("T-1", "5"))
                    .hour(flat(BTC, 101));

            assertThat(fills(events, Lane.GATED)).hasSize(1);
            assertThat(refusals(events)).containsExactly(Objection.Reason.FILL_TWICE);
        }

        @Test
        void a_fill_of_more_than_is_left() {
            scene.reported(bought("T-1", "5")).hour(flat(BTC, 101));

            refused(bought("T-2", "15.00000001"), Objection.Reason.BEYOND_ORDER);
        }

        @Test
        void a_fill_of_an_order_the_book_never_made() {
            refused(fill("GATED:ETH/USD:3605000:BUY", "T-1", "1", "1", "0"), Objection.Reason.NO_OPEN_ORDER);
        }

        @Test
        void a_fill_of_an_order_that_is_executed_on_paper() {
            refused(fill("RESEARCH:BTC/USD:3605000:BUY", "T-1", "1", "1", "0"), Objection.Reason.PAPER_ORDER);
        }

        @Test
        void a_fill_that_cash_does_not_pay_for() {
            refused(fill(BUY, "T-1", "20", "500", "0.00000001"), Objection.Reason.FUNDS);
        }

        @Test
        void an_end_that_knows_of_fills_which_were_not_reported() {
            scene.reported(bought("T-1", "5")).hour(flat(BTC, 101));
            refused(
                    Execution.end(BUY, Execution.Outcome.CANCELLED, new BigDecimal("7"), ""),
                    Objection.Reason.FILLS_MISSING);

            // they come, and then it ends
            BookEvents events = scene.reported(bought("T-2", "2"))
                    .reported(Execution.end(BUY, Execution.Outcome.CANCELLED, new BigDecimal("7.0"), ""))
                    .hour(flat(BTC, 101));
            assertThat(events.refused()).isEmpty();
            assertThat(orders(events, Lane.GATED).get(0).filled()).isEqualByComparingTo("7");
        }

        @Test
        void words_that_are_no_report() {
            BookEvents events = scene.said(EventKind.EXECUTION, "kraken", BUY, "FILL", "T-1", "1e9", "1", "0", "")
                    .said(EventKind.EXECUTION, "kraken", BUY, "FILL", "T-1", "-1", "1", "0", "")
                    .said(EventKind.EXECUTION, "kraken", BUY, "FILL", "", "1", "1", "0", "")
                    .said(EventKind.EXECUTION, "kraken", BUY, "FILL", "T-1", "1", "0", "0", "")
                    .said(EventKind.EXECUTION, "kraken", BUY, "FILL", "T-1", "1", "1", "-0.1", "")
                    .said(EventKind.EXECUTION, "kraken", BUY, "LOST", "", "", "", "", "")
                    .hour(flat(BTC, 101));

            assertThat(refusals(events)).hasSize(6).containsOnly(Objection.Reason.MALFORMED);
            assertThat(events.refused().get(0).objection().detail())
                    .isEqualTo(
                            "execution of order 'GATED:BTC/USD:3605000:BUY': quantity is '1e9', expected a decimal such as 0.00015");
            assertThat(gated(events).cash()).isEqualByComparingTo("10000");
        }
    }

    @Nested
    @DisplayName("ends")
    class Ends {

        @Test
        void with_its_rest_cancelled() {
            scene.reported(bought("T-1", "5")).hour(flat(BTC, 101));
            BookEvents events = scene.reported(
                            Execution.end(BUY, Execution.Outcome.CANCELLED, new BigDecimal("5"), "deadline"))
                    .hour(flat(BTC, 101));

            Order ended = orders(events, Lane.GATED).get(0);
            assertThat(ended.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(ended.reason()).isEqualTo(OrderReason.VENUE_CANCELLED);
            assertThat(ended.filled()).isEqualByComparingTo("5");
            assertThat(events.remarks())
                    .containsExactly(new Remark(
                            events.tick(),
                            Lane.GATED,
                            BTC,
                            Remark.Event.VENUE_ENDED,
                            null,
                            "order " + BUY + ", 5 of 20 filled: CANCELLED, deadline"));
        }

        @Test
        void rejected_with_the_venues_reason_and_the_pair_is_free_again() {
            BookEvents events = scene.reported(
                            Execution.end(BUY, Execution.Outcome.REJECTED, null, "EOrder:Insufficient funds"))
                    .hour(flat(BTC, 100), rise(BTC));

            assertThat(orders(events, Lane.GATED))
                    .extracting(Order::status, Order::reason)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(OrderStatus.CANCELLED, OrderReason.VENUE_REJECTED),
                            org.assertj.core.groups.Tuple.tuple(OrderStatus.NEW, null));
            assertThat(events.remarks())
                    .extracting(Remark::detail)
                    .containsExactly("order " + BUY + ", 0 of 20 filled: REJECTED, EOrder:Insufficient funds");
            assertThat(gated(events).cash()).isEqualByComparingTo("10000");
        }

        @Test
        void only_by_the_venues_word_and_its_silence_is_shown_each_day() {
            String silence =
                    "order %s, 0 of 20 filled, open for %d bars: the venue has not said how it ended; look there";
            for (int hour = 1; hour <= 2 + 24; hour++) {
                BookEvents events = hour();

                assertThat(orders(events, Lane.GATED)).as("hour %d", hour).isEmpty();
                // on paper it would have had the bars 2, 3 and 4
                boolean isShown = hour == 4 || hour == 4 + 24;
                assertThat(events.remarks().stream()
                                .filter(remark -> remark.event() == Remark.Event.VENUE_SILENT)
                                .map(Remark::detail)
                                .toList())
                        .as("hour %d", hour)
                        .isEqualTo(isShown ? List.of(silence.formatted(BUY, hour)) : List.of());
            }
            // and a report that comes at last still counts
            assertThat(fills(scene.reported(bought("T-1", "20")).hour(flat(BTC, 101)), Lane.GATED))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("keeps its pair from another order,")
    class KeepsItsPair {

        @Test
        void which_is_shown_whenever_one_would_be_made() {
            scene.reported(bought("T-1", "20")).hour(flat(BTC, 101));
            String sale = orders(hour(fall(BTC)), Lane.GATED).get(0).id();
            BookEvents events = hour(rise(BTC));

            assertThat(orders(events, Lane.GATED)).isEmpty();
            assertThat(events.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.event()).isEqualTo(Remark.Event.VENUE_PENDING);
                assertThat(remark.detail())
                        .startsWith("no order to BUY ")
                        .endsWith(": the venue still has order " + sale);
            });
        }

        @Test
        void but_for_the_sale_of_what_is_held_beside_a_buy_that_has_not_ended() {
            scene.reported(bought("T-1", "5")).hour(flat(BTC, 101));
            BookEvents events = hour(fall(BTC));

            assertThat(orders(events, Lane.GATED))
                    .extracting(Order::side, order -> order.quantity().stripTrailingZeros())
                    .containsExactly(tuple(Side.SELL, new BigDecimal("5")));
            assertThat(orders(hour(fall(BTC)), Lane.GATED)).as("once").isEmpty();
        }

        @Test
        void and_no_longer_once_it_is_filled() {
            scene.reported(bought("T-1", "20")).hour(flat(BTC, 101));

            assertThat(orders(hour(fall(BTC)), Lane.GATED))
                    .extracting(Order::side)
                    .containsExactly(Side.SELL);
        }
    }
}
