package org.cryptosmarttrader.prediction.stages;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.book.AccountSnapshot;
import org.cryptosmarttrader.book.Assumption;
import org.cryptosmarttrader.book.BookEvents;
import org.cryptosmarttrader.book.Fill;
import org.cryptosmarttrader.book.Order;
import org.cryptosmarttrader.book.Remark;
import org.cryptosmarttrader.risk.RiskHit;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;

/** What the trade book did at a tick, as rows of the datasets. Amounts are decimals written plainly, without exponent. */
final class BookRowsOut {

    private BookRowsOut() {}

    static List<RowBatch> of(BookEvents events) {
        return Stream.of(orders(events), fills(events), audit(events), accounts(events))
                .filter(rows -> rows.rows() > 0)
                .map(RowBuilder::build)
                .toList();
    }

    private static RowBuilder orders(BookEvents events) {
        RowBuilder rows = new RowBuilder(Datasets.ORDERS);
        for (Order order : events.orders()) {
            rows.row()
                    .set(0, events.tick())
                    .set(1, order.lane().name())
                    .set(2, order.id())
                    .set(3, order.tick())
                    .set(4, order.pair())
                    .set(5, order.side().name())
                    .set(6, order.status().name())
                    .set(7, order.reason() == null ? null : order.reason().name())
                    .set(8, plain(order.quantity()))
                    .set(9, plain(order.price()))
                    .set(10, plain(order.filled()))
                    .set(11, order.strategy());
        }
        return rows;
    }

    private static RowBuilder fills(BookEvents events) {
        RowBuilder rows = new RowBuilder(Datasets.FILLS);
        for (Fill fill : events.fills()) {
            rows.row()
                    .set(0, events.tick())
                    .set(1, fill.lane().name())
                    .set(2, fill.id())
                    .set(3, fill.orderId())
                    .set(4, fill.decidedAt())
                    .set(5, fill.pair())
                    .set(6, fill.side().name())
                    .set(7, plain(fill.quantity()))
                    .set(8, plain(fill.price()))
                    .set(9, plain(fill.fee()))
                    .set(10, plain(fill.feePercent()))
                    .set(11, fill.slippage())
                    .set(12, fill.optimisticPrice() == null ? null : plain(fill.optimisticPrice()))
                    .set(13, plain(fill.realised()))
                    .set(14, fill.assumptions().stream().map(Assumption::name).collect(Collectors.joining(",")))
                    .set(15, fill.venueId());
        }
        return rows;
    }

    private static RowBuilder accounts(BookEvents events) {
        RowBuilder rows = new RowBuilder(Datasets.ACCOUNTS);
        for (AccountSnapshot account : events.accounts()) {
            rows.row()
                    .set(0, events.tick())
                    .set(1, account.lane().name())
                    .set(2, account.quote())
                    .set(3, plain(account.cash()))
                    .set(4, plain(account.equity()))
                    .set(5, (long) account.positions())
                    .set(6, (long) account.staleMarks())
                    .set(7, plain(account.grossExposure()))
                    .set(8, plain(account.realised()))
                    .set(9, plain(account.unrealised()))
                    .set(10, plain(account.fees()))
                    .set(11, account.drawdown())
                    .set(12, account.stopped())
                    .set(13, account.strategy())
                    .set(14, account.regime());
        }
        return rows;
    }

    private static RowBuilder audit(BookEvents events) {
        RowBuilder rows = new RowBuilder(Datasets.AUDIT);
        for (RiskHit hit : events.hits()) {
            rows.row()
                    .set(0, events.tick())
                    .set(1, (long) rows.rows())
                    .set(2, hit.lane().name())
                    .set(3, hit.action().name())
                    .set(4, hit.rule())
                    .set(5, hit.pair() == null ? hit.quote() : hit.pair())
                    .set(6, "measured %s, allowed %s".formatted(hit.measured(), hit.limit()));
        }
        for (Remark remark : events.remarks()) {
            rows.row()
                    .set(0, events.tick())
                    .set(1, (long) rows.rows())
                    .set(2, remark.lane().name())
                    .set(3, remark.event().name())
                    .set(4, remark.rule())
                    .set(5, remark.subject())
                    .set(6, remark.detail());
        }
        return rows;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
