package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Events of one kind in the order in which they become available, an instant at a time. Not thread-safe. */
interface EventStream extends Closeable {

    /** Nothing is left. */
    long END = Long.MAX_VALUE;

    /** When the next events become available; {@link #END} behind the last. */
    long nextAvailableAt();

    /** Place among streams of one instant: {@link Row#ARCHIVE} or the file's number. */
    int order();

    /** Moves behind the events of the next instant and adds them. */
    void take(List<Row> instant) throws IOException;
}
