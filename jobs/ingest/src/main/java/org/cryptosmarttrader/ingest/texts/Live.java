package org.cryptosmarttrader.ingest.texts;

import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * What adapters of texts and indices live with.
 *
 * @param cursors read when an adapter is made: from where to go on
 * @param threads makes their threads
 * @param random of waits
 * @param folder of what they keep across restarts: budgets that were used, scores that were given
 * @param userAgent says who asks
 */
public record Live(
        RawLog rawLog,
        Receipts receipts,
        Cursors cursors,
        IngestClock clock,
        ThreadFactory threads,
        RandomGenerator random,
        Path folder,
        String userAgent) {}
