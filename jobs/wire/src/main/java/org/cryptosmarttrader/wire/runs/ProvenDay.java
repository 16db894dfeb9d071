package org.cryptosmarttrader.wire.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cryptosmarttrader.provenance.DayTree;
import org.cryptosmarttrader.provenance.MerkleNodes;
import org.cryptosmarttrader.provenance.MerkleProof;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowEncoder;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * The rows of a dataset that became available on one UTC day, each with what leads from it to the day's root. Holds the day in
 * memory. Not thread-safe.
 */
public final class ProvenDay {

    private final RowEncoder encoder;
    private final RowBatch rows;
    private final MerkleNodes nodes;
    private final Map<ByteBuffer, Integer> rowByKey = new HashMap<>();
    private final Map<ByteBuffer, Integer> leafByKey = new HashMap<>();

    private ProvenDay(RowSchema schema, RowBatch rows) {
        this.encoder = new RowEncoder(schema);
        this.rows = rows;
        DayTree tree = new DayTree();
        for (int row = 0; row < rows.rows(); row++) {
            byte[] key = encoder.key(rows, row);
            tree.add(key, encoder.row(rows, row));
            rowByKey.put(ByteBuffer.wrap(key), row);
        }
        this.nodes = tree.nodes();
        for (byte[] key : tree.keys()) {
            leafByKey.put(ByteBuffer.wrap(key), leafByKey.size());
        }
    }

    /**
     * Reads the files as they lie there now.
     *
     * @param schema whole: a row's leaf is taken of all its columns
     * @param day since 1970-01-01
     * @throws IOException if a file cannot be read
     * @throws IllegalStateException if two rows of the day share a key and differ
     */
    public static ProvenDay read(RunFolder run, RowSchema schema, long day) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        run.read(schema, day, day, batches::add);
        return new ProvenDay(schema, RowBatch.concat(schema, batches));
    }

    public RowBatch rows() {
        return rows;
    }

    /**
     * The row of a key; empty if there is none.
     *
     * @param key values of the key columns in their order: instants as epoch milliseconds
     */
    public OptionalInt row(Object... key) {
        Integer row = rowByKey.get(ByteBuffer.wrap(encoder.key(key)));
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Hash of a row, 32 bytes. */
    public byte[] leaf(int row) {
        return MerkleTree.leaf(encoder.row(rows, row));
    }

    /** What leads from a row to the day's root. */
    public MerkleProof proof(int row) {
        return nodes.proof(leafByKey.get(ByteBuffer.wrap(encoder.key(rows, row))));
    }

    /** Root over the day, 32 bytes. */
    public byte[] root() {
        return nodes.root();
    }
}
