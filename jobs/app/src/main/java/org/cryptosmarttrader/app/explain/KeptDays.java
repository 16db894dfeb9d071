package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.ProvenDay;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Days of a run's datasets as they were read last, a few of them. Not thread-safe. */
final class KeptDays {

    private static final int MOST = 6;

    private final RunFolder run;
    private final Map<String, ProvenDay> days = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProvenDay> eldest) {
            return size() > MOST;
        }
    };

    KeptDays(RunFolder run) {
        this.run = run;
    }

    /** @param date day since 1970-01-01 */
    ProvenDay of(RowSchema schema, long date) throws IOException {
        // a run under way grows: the day is read anew when it has another file
        String key = "%s %d %d"
                .formatted(
                        schema.dataset(),
                        date,
                        run.files(schema.dataset(), date, date).hashCode());
        ProvenDay day = days.get(key);
        if (day == null) {
            day = ProvenDay.read(run, schema, date);
            days.put(key, day);
        }
        return day;
    }
}
