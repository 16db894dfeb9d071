package org.cryptosmarttrader.prediction.scoring;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;

/**
 * Which announced model counts at an instant: for each horizon the one that became available last, never the one received
 * last; of several at one instant the greatest version. Announcements are parsed once. Not thread-safe.
 */
public final class Champions {

    private static final String ROLE = "champion";

    /**
     * A model in force.
     *
     * @param activatedAt instant from which it counts
     */
    public record Active(ModelAnnouncement announcement, long activatedAt) {

        public String modelHash() {
            return announcement.card().modelSha256();
        }

        private boolean isBefore(Active other) {
            return activatedAt != other.activatedAt
                    ? activatedAt < other.activatedAt
                    : announcement
                                    .card()
                                    .version()
                                    .compareTo(other.announcement.card().version())
                            < 0;
        }
    }

    private final Map<String, Active> parsed = new TreeMap<>();

    /**
     * @param announced model events by key
     * @return the model in force by horizon, e.g. {@code 24h}
     */
    public Map<String, Active> at(long instant, Iterable<Map.Entry<String, EventBlock>> announced) throws IOException {
        Map<String, Active> inForce = new TreeMap<>();
        for (Map.Entry<String, EventBlock> entry : announced) {
            if (entry.getValue().availableAt(0) <= instant) {
                Active offered = active(entry);
                if (offered.announcement().role().equals(ROLE)
                        && offered.announcement().card().member().equals("forest")) {
                    inForce.merge(
                            offered.announcement().card().horizon(),
                            offered,
                            (one, other) -> one.isBefore(other) ? other : one);
                }
            }
        }
        return inForce;
    }

    private Active active(Map.Entry<String, EventBlock> entry) throws IOException {
        Active active = parsed.get(entry.getKey());
        if (active == null) {
            active = new Active(
                    ModelAnnouncement.of(entry.getValue()), entry.getValue().availableAt(0));
            parsed.put(entry.getKey(), active);
        }
        return active;
    }
}
