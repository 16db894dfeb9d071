package org.cryptosmarttrader.serving.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;

/**
 * What the look-ahead certificate states; docs/certificate.md says what it promises and what not. It holds no wall clock: the
 * same program over the same archive with the same words gives the same bytes.
 *
 * @param verdict CLEAN, ACCUSED or, if a check had nothing to compare, NOTHING_COMPARED
 * @param columns certified: of the features, and what stands beside them in their rows and in those of the labels
 * @param accused names of the columns that know their future, or whose value is not theirs alone
 * @param untested names of the columns with too few finite values to be called clean
 * @param ticks decision instants of the span
 * @param rows of the reference run
 * @param from first decision, ISO
 * @param until last decision, ISO
 * @param genesis first instant folded, ISO
 * @param pairs asked for, empty for all
 * @param seed of the cuts, the garbage and the disorder
 * @param cuts where the input was cut, and why there; ISO by reason
 * @param archive state of what was read
 * @param roots over the rows of the reference run, by dataset
 * @param features fingerprint of the catalogue
 * @param configuration hash of the settings
 * @param code hash of the classes that decide the rows
 * @param program name and version
 * @param checks by name
 * @param availability of the events, derived again
 * @param column one by one
 * @param hash SHA-256 of all of this as JSON in one line, keys sorted, without the hash
 */
public record Certificate(
        String verdict,
        int columns,
        List<String> accused,
        List<String> untested,
        long ticks,
        SortedMap<String, Long> rows,
        String from,
        String until,
        String genesis,
        List<String> pairs,
        long seed,
        SortedMap<String, String> cuts,
        Archive archive,
        SortedMap<String, String> roots,
        String features,
        String configuration,
        String code,
        String program,
        SortedMap<String, CheckResult> checks,
        Availability availability,
        List<Column> column,
        String hash) {

    public static final String CLEAN = "CLEAN";
    public static final String ACCUSED = "ACCUSED";
    public static final String UNTESTED = "UNTESTED";
    public static final String NOTHING_COMPARED = "NOTHING_COMPARED";

    /**
     * What was read.
     *
     * @param commit last of its log
     * @param endsAt last instant at which anything of it becomes known, ISO
     * @param content root over its files of the days read; null if its log keeps no hashes
     */
    public record Archive(long commit, String endsAt, String content) {}

    /**
     * @param promise what holds if nobody is accused
     * @param runs of the graph made for it, or models
     * @param compared values, events or models
     * @param finite of them, neither missing nor infinite
     * @param accused columns, events or models
     * @param reason why it did not apply; null if it did
     */
    public record CheckResult(String promise, int runs, long compared, long finite, long accused, String reason) {}

    /**
     * A value that is not what it was.
     *
     * @param check that found it
     * @param decisionAt ISO
     * @param horizon empty if the dataset has none
     * @param expected in the reference run
     * @param found in the other
     * @param run which other, e.g. its cut
     */
    public record Accusation(
            String check,
            String dataset,
            String column,
            String pair,
            String decisionAt,
            String horizon,
            String expected,
            String found,
            String run) {}

    /**
     * @param finite values in the reference run
     * @param compared values by check
     * @param differing values by check
     * @param first accusation of each check
     */
    public record Column(
            String dataset,
            String name,
            String verdict,
            long finite,
            SortedMap<String, Long> compared,
            SortedMap<String, Long> differing,
            List<Accusation> first) {

        /** Name beside those of other datasets; features are called as they are. */
        public String fullName() {
            return dataset.equals("features") ? name : dataset + "." + name;
        }
    }

    /**
     * When the events of the span can have been known, by their raw payloads.
     *
     * @param days looked at: all, or every so many
     * @param events of those days
     * @param derived events whose earliest instant their payload tells, by layout
     * @param underived events of which it does not, by reason; these are not clean, they are not certified
     * @param accusedEvents events available before that instant
     * @param liars the first of them
     */
    public record Availability(
            String days,
            long events,
            SortedMap<String, Long> derived,
            SortedMap<String, Long> underived,
            long accusedEvents,
            List<Liar> liars) {}

    /**
     * @param row of the payload
     * @param availableAt as the archive says, ISO
     * @param earliest as the payload says, ISO; empty if it has no such row
     */
    public record Liar(
            String kind, String source, String pair, String payload, long row, String availableAt, String earliest) {}

    /** The same with its hash. */
    public Certificate sealed() {
        return with(Sha256.hex(Sha256.of(Json.write(with(null)).getBytes(StandardCharsets.UTF_8))));
    }

    private Certificate with(String sealedHash) {
        return new Certificate(
                verdict,
                columns,
                accused,
                untested,
                ticks,
                rows,
                from,
                until,
                genesis,
                pairs,
                seed,
                cuts,
                archive,
                roots,
                features,
                configuration,
                code,
                program,
                checks,
                availability,
                column,
                sealedHash);
    }
}
