package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.DayRoots;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** What a run wrote on one day, each dataset read and held against its seal once. Not thread-safe. */
final class DayOfRun {

    private final RunFolder run;
    private final Optional<DayRoots> roots;
    private final KeptDays days;
    private final long date;
    private final Map<String, SealedDay> byDataset = new HashMap<>();

    /**
     * @param roots sealed with the run; empty while it is under way
     * @param date since 1970-01-01
     */
    DayOfRun(RunFolder run, Optional<DayRoots> roots, KeptDays days, long date) {
        this.run = run;
        this.roots = roots;
        this.days = days;
        this.date = date;
    }

    /**
     * @throws IOException if a file cannot be read
     * @throws IllegalStateException if two rows of the day share a key and differ
     */
    SealedDay of(RowSchema schema) throws IOException {
        SealedDay known = byDataset.get(schema.dataset());
        if (known == null) {
            known = SealedDay.of(run, roots, schema, date, days.of(schema, date));
            byDataset.put(schema.dataset(), known);
        }
        return known;
    }

    String run() {
        return run.manifest().run();
    }
}
