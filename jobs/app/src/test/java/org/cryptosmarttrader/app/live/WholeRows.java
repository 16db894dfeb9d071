package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** How far the rows of a live run are whole. */
final class WholeRows {

    private static final long PATIENCE_MINUTES = 10;

    private WholeRows() {}

    /** Epoch milliseconds; {@link Long#MIN_VALUE} before there are any. */
    static long upTo(Path out) throws IOException {
        return RunFolder.isAt(out) ? RunFolder.open(out).wholeUpTo() : Long.MIN_VALUE;
    }

    static void await(Path out, long until) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (upTo(out) < until) {
            assertThat(System.nanoTime())
                    .as(
                            "rows are whole up to %s only, not to %s",
                            Instant.ofEpochMilli(Math.max(0, upTo(out))), Instant.ofEpochMilli(until))
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
