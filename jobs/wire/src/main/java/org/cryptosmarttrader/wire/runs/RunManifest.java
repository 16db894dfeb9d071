package org.cryptosmarttrader.wire.runs;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.wire.Required;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;

/**
 * What a run is. Two runs are comparable bit for bit if genesis, configuration, features and the sequence of model
 * activations are equal; where they ran and in which mode does not matter.
 *
 * @param run id, part of the paths
 * @param kind {@code dataset}, {@code backtest}, {@code replay} or {@code live}
 * @param genesis first instant folded, epoch milliseconds
 * @param emitFrom first decision whose rows are written
 * @param until last tick
 * @param askedUntil until when the run was asked for, if its archive ends ticks before that; null otherwise
 * @param tickIntervalMillis bar length
 * @param graceMillis wait after a bar
 * @param fingerprint of the feature catalogue
 * @param features columns in order
 * @param horizons e.g. {@code 24h}, ascending
 * @param feeds which feed each pair was folded from
 * @param pairs chosen, empty for all
 * @param archive what the events were read from; null of a run that reads none
 * @param overrides settings given on the command line in place of those of conf, by file and key; empty of a run from before
 *     they were kept
 * @param settings every setting that changes a result, as the JSON text of which {@code configHash} is the SHA-256; null of a
 *     run from before it was kept
 * @param configHash of everything in conf that changes a result
 * @param intervalAlpha share of outcomes that intervals may miss
 * @param models activations in order
 * @param rearmed accounts that the command's announcements switch on again, in order; empty of a run from before there were any
 * @param codeVersion of the program
 * @param roots run root by dataset; null while the run is under way
 * @param rows number of rows by dataset; null while the run is under way
 */
public record RunManifest(
        @Required String run,
        @Required String kind,
        long genesis,
        long emitFrom,
        long until,
        Long askedUntil,
        long tickIntervalMillis,
        long graceMillis,
        String fingerprint,
        @Required List<String> features,
        @Required List<String> horizons,
        SortedMap<String, String> feeds,
        List<String> pairs,
        ArchiveState archive,
        SortedMap<String, String> overrides,
        String settings,
        String configHash,
        double intervalAlpha,
        List<Activation> models,
        List<Rearming> rearmed,
        String codeVersion,
        SortedMap<String, String> roots,
        SortedMap<String, Long> rows) {

    public RunManifest {
        overrides = overrides == null ? Collections.emptySortedMap() : overrides;
        rearmed = rearmed == null ? List.of() : List.copyOf(rearmed);
    }

    /**
     * A model from an instant on.
     *
     * @param role {@code champion} or {@code challenger}
     */
    public record Activation(
            String horizon, String member, String role, String version, String modelSha256, long activatedAt) {

        public static Activation of(ModelAnnouncement announcement, long activatedAt) {
            ModelCard card = announcement.card();
            return new Activation(
                    card.horizon(),
                    card.member(),
                    announcement.role(),
                    card.version(),
                    card.modelSha256(),
                    activatedAt);
        }
    }

    /**
     * An account that a person switches on again from an instant on.
     *
     * @param lane {@code GATED} or {@code RESEARCH}
     * @param quote currency of the account
     * @param availableAt epoch milliseconds
     */
    public record Rearming(String lane, String quote, long availableAt) {

        /** That in which they count. */
        public static final Comparator<Rearming> ORDER = Comparator.comparingLong(Rearming::availableAt)
                .thenComparing(Rearming::lane)
                .thenComparing(Rearming::quote);
    }

    /**
     * An archive as a run found it. It is no part of the run's id: the id says what was asked for, this says of what, and the
     * roots what came of it. An archive that grows within the last day of a run, behind its last tick, changes no row of it;
     * were it in the id, a replay on the next morning would no longer bear the name of the run it repeats.
     *
     * @param commit last one read
     * @param endsAt last instant at which anything of it becomes known, epoch milliseconds
     * @param content root over the files of the days the run reads; null if the archive keeps no hashes of its files
     */
    public record ArchiveState(long commit, long endsAt, String content) {}

    public RunManifest with(SortedMap<String, String> computedRoots, SortedMap<String, Long> countedRows) {
        return new RunManifest(
                run,
                kind,
                genesis,
                emitFrom,
                until,
                askedUntil,
                tickIntervalMillis,
                graceMillis,
                fingerprint,
                features,
                horizons,
                feeds,
                pairs,
                archive,
                overrides,
                settings,
                configHash,
                intervalAlpha,
                models,
                rearmed,
                codeVersion,
                computedRoots,
                countedRows);
    }
}
