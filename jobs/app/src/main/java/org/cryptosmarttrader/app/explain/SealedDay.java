package org.cryptosmarttrader.app.explain;

import java.util.Optional;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.explain.Proof;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.DayRoots;
import org.cryptosmarttrader.wire.runs.ProvenDay;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * A day of a dataset, held against what was sealed with the run: what holds of the day holds of each of its rows.
 *
 * @param date UTC day
 * @param says what came of it
 */
record SealedDay(RowSchema schema, String date, ProvenDay day, Step.Outcome outcome, String says) {

    /** @param roots sealed with the run; empty while it is under way */
    static SealedDay of(RunFolder run, Optional<DayRoots> roots, RowSchema schema, long epochDay, ProvenDay day) {
        String date = UtcDays.date(epochDay);
        String dataset = schema.dataset();
        int rows = day.rows().rows();
        String found = Sha256.hex(day.root());
        if (run.manifest().roots() == null) {
            return new SealedDay(
                    schema,
                    date,
                    day,
                    Step.Outcome.NOT_LOOKED_AT,
                    "it is one of %,d rows of %s on %s under the root %.12s; nothing has sealed that: the run is under way, cst verify makes its rows again"
                            .formatted(rows, dataset, date, found));
        }
        if (roots.isEmpty()) {
            return differs(
                    schema,
                    date,
                    day,
                    "the run has ended, but its roots.json is gone: without it no row is led to the run's root; restore it from a backup, or make the run again");
        }
        String expected = roots.get().root(dataset, epochDay).map(Sha256::hex).orElse("none");
        if (!found.equals(expected)) {
            return differs(
                    schema,
                    date,
                    day,
                    "the rows of %s on %s have the root %.12s, sealed was %.12s: a row of that day was altered, added or taken away; restore %1$s/run=%5$s/date=%2$s from a backup or make the run again"
                            .formatted(
                                    dataset,
                                    date,
                                    found,
                                    expected,
                                    run.manifest().run()));
        }
        String whole = Sha256.hex(roots.get().runRoot(dataset));
        String sealed = run.manifest().roots().get(dataset);
        if (!whole.equals(sealed)) {
            return differs(
                    schema,
                    date,
                    day,
                    "the days of %s in roots.json have the root %.12s, run.json says %.12s; one of the two files was altered, restore it from a backup"
                            .formatted(dataset, whole, sealed));
        }
        return new SealedDay(
                schema,
                date,
                day,
                Step.Outcome.HOLDS,
                "it is one of %,d rows of %s on %s, their root %.12s one of the days under the run's root %.12s"
                        .formatted(rows, dataset, date, found, sealed));
    }

    private static SealedDay differs(RowSchema schema, String date, ProvenDay day, String says) {
        return new SealedDay(schema, date, day, Step.Outcome.DIFFERS, says);
    }

    /** The step of one of its rows. */
    Step step(String name) {
        return new Step(name, outcome, says);
    }

    Proof proof(int row) {
        return Proof.of(schema.dataset(), date, day.leaf(row), day.proof(row));
    }
}
