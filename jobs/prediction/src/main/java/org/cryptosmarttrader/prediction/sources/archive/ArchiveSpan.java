package org.cryptosmarttrader.prediction.sources.archive;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.TickReader;

/**
 * What a run reads of its archives.
 *
 * @param roots folders of the archives, read together
 * @param pairs canonical pairs, empty for all
 * @param references base assets read besides the pairs
 * @param after events available up to this instant are left out
 * @param until events available after this instant are left out
 * @param grid ticks by which blocks are cut
 */
public record ArchiveSpan(
        List<String> roots, List<String> pairs, List<String> references, long after, long until, TickGrid grid)
        implements Serializable {

    TickReader open(IntPredicate buckets, long position) throws IOException {
        List<Archive> archives = new ArrayList<>();
        for (String root : roots) {
            archives.add(Archive.open(Path.of(root)));
        }
        return new TickReader(archives, buckets, this::isWanted, Math.max(after, position), until, grid);
    }

    /** What concerns the whole market, the pairs chosen, and the references. */
    private boolean isWanted(String pair) {
        return pairs.isEmpty() || pair.isEmpty() || pairs.contains(pair) || references.contains(Symbols.base(pair));
    }

    /** Everything of the span, tick by tick. */
    public TickReader open() throws IOException {
        return open(bucket -> true, Long.MIN_VALUE);
    }
}
