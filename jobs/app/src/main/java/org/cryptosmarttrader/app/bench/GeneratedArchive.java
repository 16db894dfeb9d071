package org.cryptosmarttrader.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * An archive of generated bars, written into a temporary folder as load for the benches; nowhere else are bars made up. One
 * bar in a hundred is missing.
 *
 * @param pairs how many, BTC/USD and ETH/USD among them
 * @param barMillis length of a bar
 * @param days how many, from 2020 on
 */
public record GeneratedArchive(int pairs, long barMillis, int days) {

    public static final long START = 1_577_836_800_000L;

    /** Writes the archive. */
    public void write(Path root) throws IOException {
        Archive archive = Archive.openOrCreate(root);
        DayFilesWriter files = new DayFilesWriter(root, EventKind.BAR, GeneratedPair.SOURCE);
        RowBuilder row = new RowBuilder(EventRows.schema(EventKind.BAR));
        List<GeneratedPair> walks =
                IntStream.range(0, pairs).mapToObj(GeneratedPair::new).toList();
        for (long bar = 0; bar < days * TickGrid.DAY / barMillis; bar++) {
            for (GeneratedPair walk : walks) {
                EventBlock event = walk.next(START + bar * barMillis, barMillis);
                if (event != null) {
                    EventRows.add(row, event, 0, 1);
                    files.add(row.build(), 0);
                }
            }
        }
        List<Coverage> coverage = walks.stream().map(this::coverage).toList();
        archive.commit(new Commit(archive.nextCommit(), files.finish(), List.of(), coverage, List.of(), 0));
    }

    private Coverage coverage(GeneratedPair walk) {
        String feed = "%s:bar:%dm".formatted(GeneratedPair.SOURCE, barMillis / TickGrid.MINUTE);
        return new Coverage(walk.name(), feed, walk.bars(), START, START + days * TickGrid.DAY);
    }
}
