package org.cryptosmarttrader.prediction.stages;

import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.book.Notice;
import org.cryptosmarttrader.book.RefusedNotice;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.history.FoldReport;
import org.cryptosmarttrader.provenance.Taint;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Events that came late or were refused, as rows of their datasets. */
final class EventRowsOut {

    private EventRowsOut() {}

    static Optional<RowBatch> late(FoldReport report, long tick) {
        if (report.late().isEmpty()) {
            return Optional.empty();
        }
        RowBuilder rows = new RowBuilder(Datasets.LATE);
        report.late().forEach(late -> identify(rows.row(), late.block(), late.event(), tick));
        return Optional.of(rows.build());
    }

    static Optional<RowBatch> refused(FoldReport report, long tick) {
        if (report.refused().isEmpty()) {
            return Optional.empty();
        }
        RowBuilder rows = new RowBuilder(Datasets.REFUSED);
        report.refused().forEach(refused -> identify(rows.row(), refused.block(), refused.event(), tick)
                .set(7, refused.reason().name()));
        return Optional.of(rows.build());
    }

    /** Events behind the watermark. */
    static RowBatch disorder(EventBlock block, long watermark) {
        RowBuilder rows = new RowBuilder(Datasets.REFUSED);
        for (int event = 0; event < block.count(); event++) {
            identify(rows.row(), block, event, watermark)
                    .set(7, "DISORDER")
                    .set(8, "came after a heartbeat that promised everything up to %d".formatted(watermark));
        }
        return rows.build();
    }

    /** Events not let in; each would have been folded at the tick of its availability. */
    static RowBatch tainted(EventBlock block, Taint taint) {
        RowBuilder rows = new RowBuilder(Datasets.REFUSED);
        for (int event = 0; event < block.count(); event++) {
            identify(rows.row(), block, event, block.availableAt(event)).set(7, taint.name());
        }
        return rows.build();
    }

    /** Notices on which the book did not act. */
    static RowBatch refused(List<RefusedNotice> refused, long tick) {
        RowBuilder rows = new RowBuilder(Datasets.REFUSED);
        for (RefusedNotice each : refused) {
            Notice notice = each.notice();
            rows.row()
                    .set(0, tick)
                    .set(1, notice.pair())
                    .set(2, notice.source())
                    .set(3, notice.kind().name())
                    .set(4, notice.sequence())
                    .set(5, notice.eventTime())
                    .set(6, notice.availableAt())
                    .set(7, each.objection().reason().name())
                    .set(8, each.objection().detail());
        }
        return rows.build();
    }

    private static RowBuilder identify(RowBuilder row, EventBlock block, int event, long tick) {
        return row.set(0, tick)
                .set(1, block.pair())
                .set(2, block.source())
                .set(3, block.kind().name())
                .set(4, block.sequence(event))
                .set(5, block.eventTime(event))
                .set(6, block.availableAt(event));
    }
}
