package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.serving.trials.RunTrials;
import org.cryptosmarttrader.wire.runs.RunManifest.ArchiveState;

/**
 * What a run was and what it was worth; {@code report.json} holds it. Instants are ISO 8601, UTC.
 *
 * @param form version of the fields' names and meanings
 * @param command that makes such a run; folders and the step from one training to the next are not part of a run's rows
 * @param from first decision reported
 * @param until last tick
 * @param askedUntil until when the run was asked for, if its archive ends ticks before that; null otherwise
 * @param tickSeconds length of a bar
 * @param pairs of the run
 * @param archive what the events were read from: its last commit, where it ends, and its content on the days read
 * @param trials how many were counted on the archive, and the head of their ledger; null if the run was not counted
 * @param roots run root by dataset; null if the run is not sealed
 * @param rows number of rows by dataset; null if the run is not sealed
 * @param coverage share of intervals that held, by horizon
 * @param brier Brier score by horizon
 * @param auc area under the ROC curve by horizon
 * @param gate by horizon {@code OPEN} if a verdict passed every gate, otherwise {@code SHUT}
 * @param leaks figures that are too good to be true, in words
 * @param horizons details by horizon
 * @param accounts details by quote currency
 * @param idleDeposits by quote currency and lane, of currencies in which the run has no pair and moved nothing
 * @param limits audit rows by lane, then by event and rule
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunReport(
        int form,
        String run,
        String kind,
        String command,
        String program,
        String genesis,
        String from,
        String until,
        String askedUntil,
        long tickSeconds,
        List<String> pairs,
        ArchiveReport archive,
        String configuration,
        String features,
        TrialCount trials,
        SortedMap<String, String> roots,
        SortedMap<String, Long> rows,
        SortedMap<String, Double> coverage,
        SortedMap<String, Double> brier,
        SortedMap<String, Double> auc,
        SortedMap<String, String> gate,
        WalkForwardAudit walkForward,
        List<String> leaks,
        SortedMap<String, HorizonReport> horizons,
        SortedMap<String, QuoteReport> accounts,
        SortedMap<String, SortedMap<String, String>> idleDeposits,
        SortedMap<String, SortedMap<String, Long>> limits) {

    /**
     * An archive as the run found it.
     *
     * @param content root over its files; null if it keeps no hashes of them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ArchiveReport(long commit, String endsAt, String content) {

        static ArchiveReport of(ArchiveState state) {
            return state == null
                    ? null
                    : new ArchiveReport(
                            state.commit(), Instant.ofEpochMilli(state.endsAt()).toString(), state.content());
        }

        String words() {
            return "commit %d, ends %s, content %s"
                    .formatted(commit, endsAt, content == null ? "not known: its log keeps no hashes" : content);
        }
    }

    /**
     * Trials as they were counted.
     *
     * @param counted each once, this run included
     * @param head of the ledger's chain behind its last line
     * @param lines of the ledger
     */
    public record TrialCount(int counted, String head, int lines) {

        static TrialCount of(RunTrials trials) {
            return new TrialCount(trials.trials(), trials.head(), trials.lines());
        }
    }

    /** Version of the fields' names and meanings. */
    static final int FORM = 1;
}
