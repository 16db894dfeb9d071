package org.cryptosmarttrader.ingest.facts;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Received;

/** How files of one kind say facts. One class each. */
public interface FactLayout {

    /** E.g. {@code cryptonews}. */
    String name();

    /** Id of the source of its facts, e.g. {@code cryptonews}. */
    String source();

    /** Whether a file found in a folder is of this layout, by its name without folders. */
    boolean recognises(String fileName);

    /** Everything asked for that changes what the same bytes say; files read otherwise before are read again. */
    String reading();

    /** Files by which the others are understood; the archive keeps them under the hashes that {@link #reading} names. */
    default List<byte[]> understoodBy() {
        return List.of();
    }

    /**
     * Reads a file.
     *
     * @param payloadHash SHA-256 of its bytes as received, hexadecimal
     * @param facts takes what it says
     * @param badRows takes rows that cannot be taken
     * @return what else the report should state, by name
     * @throws BadRow if the file as a whole cannot be taken
     */
    Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow;
}
