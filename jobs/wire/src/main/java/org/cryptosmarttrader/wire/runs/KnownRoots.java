package org.cryptosmarttrader.wire.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.RunTree;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.DatasetDigest;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * Root of a training set as of an instant: of the rows of features and labels known by then, and of nothing later, so that
 * the same set has the same root whether or not the run went on.
 */
public final class KnownRoots {

    private final RunFolder run;
    private final List<RowSchema> schemas;
    private final List<SortedMap<Long, byte[]>> days;

    /** Reads the datasets once; {@link #asOf} then reads one day. */
    public KnownRoots(RunFolder run, List<RowSchema> schemas) throws IOException {
        this.run = run;
        this.schemas = List.copyOf(schemas);
        this.days = new ArrayList<>();
        for (RowSchema schema : schemas) {
            days.add(run.digest(schema).dayRoots());
        }
    }

    /** Merkle root over the run roots of the datasets, of rows available by an instant. */
    public byte[] asOf(long instant) throws IOException {
        List<byte[]> roots = new ArrayList<>();
        for (int i = 0; i < schemas.size(); i++) {
            RunTree known = new RunTree();
            days.get(i).headMap(UtcDays.dayOf(instant)).forEach(known::add);
            lastDay(schemas.get(i), instant).dayRoots().forEach(known::add);
            roots.add(known.root());
        }
        return MerkleTree.root(roots);
    }

    private DatasetDigest lastDay(RowSchema schema, long instant) throws IOException {
        DatasetDigest digest = new DatasetDigest(schema);
        int time = schema.indexOf(schema.availableAt());
        long day = UtcDays.dayOf(instant);
        run.read(schema, day, day, batch -> digest.add(knownBy(batch, time, instant)));
        return digest;
    }

    private static RowBatch knownBy(RowBatch batch, int time, long instant) {
        return batch.where(row -> batch.longs(time)[row] <= instant);
    }
}
