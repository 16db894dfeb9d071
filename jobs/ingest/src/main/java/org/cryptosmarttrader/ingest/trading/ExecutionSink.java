package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.util.List;

/** Where reports of executions go. A report may come again after a restart; by its id it is known to be the same. */
@FunctionalInterface
public interface ExecutionSink {

    /**
     * Hands over some reports, oldest first; returns once they are safe there.
     *
     * @throws IOException if they are not all safe; they are handed over again
     */
    void report(List<ExecutionReport> reports) throws IOException, InterruptedException;
}
