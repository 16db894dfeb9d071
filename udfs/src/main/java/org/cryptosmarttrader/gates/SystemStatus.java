package org.cryptosmarttrader.gates;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;

/**
 * How far the system is, in the words and the rounding of its status page. Every field is measured, none is a literal; what
 * was not measured is null. Whatever is measured is rounded against the system: what is done downwards, what remains upwards.
 *
 * <p>See docs/glossary.md, training gate.
 *
 * @param trainingProgress e.g. {@code 49.6%}, of the slowest horizon; null without one
 * @param weeksCompleted of authentic history, of the slowest horizon, down to a tenth
 * @param weeksRemaining until its gate opens, up to a tenth
 * @param perHorizon by label, e.g. {@code 24h}
 * @param estimatedCompletion instant at which every gate is open if every hour from now on counts, ISO 8601; null if feeds
 *     are down or were not measured, or if no horizon was
 * @param apiIntegrations e.g. {@code 66% complete}: integrations that are healthy among those required
 * @param dataAuthenticity e.g. {@code 99% verified}: rows with verified provenance among those accepted
 * @param artificialDataRemoved {@code 100% complete} if no source is artificial and no tainted row was accepted
 * @param productionArchitecture e.g. {@code 75% complete}: services that answer their health check
 */
public record SystemStatus(
        String trainingProgress,
        Double weeksCompleted,
        Double weeksRemaining,
        SortedMap<String, OfHorizon> perHorizon,
        String estimatedCompletion,
        String apiIntegrations,
        String dataAuthenticity,
        String artificialDataRemoved,
        String productionArchitecture) {

    private static final String COMPLETE = "%d%% complete";
    private static final String VERIFIED = "%d%% verified";

    /**
     * Progress of a horizon.
     *
     * @param hours counting hours of authentic history
     * @param weeks the same in weeks, unrounded
     * @param open whether its training gate is open
     */
    public record OfHorizon(double hours, double weeks, boolean open) {

        static OfHorizon of(TrainingProgress progress) {
            return new OfHorizon(progress.hours(), progress.weeks(), progress.isOpen());
        }
    }

    /**
     * So many of so many.
     *
     * @param part that meets the condition
     * @param whole counted
     */
    public record Share(long part, long whole) {

        /** @throws IllegalArgumentException if the part is negative or exceeds the whole */
        public Share {
            if (part < 0 || part > whole) {
                throw new IllegalArgumentException("share: %d of %d, expected 0 to %2$d".formatted(part, whole));
            }
        }

        /** Rounded down: 100 only if all do. */
        private long percent() {
            // exact where 100 times the part would not fit a long
            return part / whole * 100 + (part % whole * 100) / whole;
        }

        private String in(String words) {
            return whole == 0 ? null : words.formatted(percent());
        }
    }

    public SystemStatus {
        perHorizon = Collections.unmodifiableSortedMap(new TreeMap<>(perHorizon));
    }

    /** Begins a status of what is known of an instant: nothing yet. */
    public static Measured at(long now) {
        return new Measured(now);
    }

    /** Collects what was measured. What is not handed in stays unmeasured. Not thread-safe. */
    public static final class Measured {

        private final long now;
        private final SortedMap<Horizon, TrainingProgress> progress = new TreeMap<>();
        private Boolean feedsUp;
        private Share integrations;
        private Share authenticRows;
        private Share authenticSources;
        private Share untaintedRows;
        private Share services;

        private Measured(long now) {
            this.now = now;
        }

        public Measured training(Horizon horizon, TrainingProgress reached) {
            progress.put(horizon, reached);
            return this;
        }

        /** @param up whether every required feed is */
        public Measured feeds(boolean up) {
            this.feedsUp = up;
            return this;
        }

        /**
         * @param healthy with credentials and a successful call within 24 hours
         * @param required by the configuration
         */
        public Measured integrations(long healthy, long required) {
            this.integrations = new Share(healthy, required);
            return this;
        }

        /**
         * @param verified feature rows whose provenance was verified
         * @param accepted feature rows of the run
         */
        public Measured provenance(long verified, long accepted) {
            this.authenticRows = new Share(verified, accepted);
            return this;
        }

        /**
         * @param authentic configured sources of an authentic kind
         * @param configured sources
         */
        public Measured sources(long authentic, long configured) {
            this.authenticSources = new Share(authentic, configured);
            return this;
        }

        /**
         * @param tainted accepted rows with a taint
         * @param accepted rows
         */
        public Measured taint(long tainted, long accepted) {
            this.untaintedRows = new Share(accepted - tainted, accepted);
            return this;
        }

        /**
         * @param answering services that answer their health check
         * @param all that there should be
         */
        public Measured services(long answering, long all) {
            this.services = new Share(answering, all);
            return this;
        }

        public SystemStatus status() {
            boolean known = !progress.isEmpty();
            TrainingProgress slowest = known ? TrainingProgress.slowest(List.copyOf(progress.values())) : null;
            SortedMap<String, OfHorizon> horizons = new TreeMap<>();
            progress.forEach((horizon, reached) -> horizons.put(horizon.label(), OfHorizon.of(reached)));
            return new SystemStatus(
                    known ? slowest.percent() : null,
                    known ? slowest.weeksCompleted() : null,
                    known ? slowest.weeksRemaining() : null,
                    horizons,
                    completion(),
                    words(integrations, COMPLETE),
                    words(authenticRows, VERIFIED),
                    artificialDataRemoved(),
                    words(services, COMPLETE));
        }

        private String completion() {
            if (progress.isEmpty() || !Boolean.TRUE.equals(feedsUp)) {
                return null;
            }
            long remaining = progress.values().stream()
                    .mapToLong(TrainingProgress::remainingMillis)
                    .max()
                    .orElseThrow();
            return Instant.ofEpochMilli(now + remaining).toString();
        }

        private static String words(Share share, String words) {
            return share == null ? null : share.in(words);
        }

        /** The lesser of the two shares: neither a clean source nor a clean row makes up for the other. */
        private String artificialDataRemoved() {
            if (authenticSources == null || untaintedRows == null) {
                return null;
            }
            if (authenticSources.whole == 0 || untaintedRows.whole == 0) {
                return null;
            }
            return COMPLETE.formatted(Math.min(authenticSources.percent(), untaintedRows.percent()));
        }
    }
}
