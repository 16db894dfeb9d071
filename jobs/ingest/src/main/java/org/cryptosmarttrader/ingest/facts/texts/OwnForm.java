package org.cryptosmarttrader.ingest.facts.texts;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cryptosmarttrader.facts.TextStatistics;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;

/**
 * Texts in a form of ours, as CSV with a header or as JSON lines; docs/commands.md, import-text, lists its fields. A field of
 * another name is a fault: one that was misspelt would be missed in silence, and with a time of retrieval that is the future.
 *
 * @param isJson JSON lines instead of CSV
 * @param group of rows that do not say theirs; empty if each must
 */
record OwnForm(boolean isJson, String group) implements TextForm {

    static final String CSV = "csv";
    static final String JSON_LINES = "jsonl";

    private static final List<String> REQUIRED = List.of("id", "published_at", "text");
    private static final List<String> OPTIONAL =
            List.of("retrieved_at", "title", "url", "group", "score", "scorer", "scored_at");

    /** A scorer that may change under its name gives scores that nobody can repeat. */
    private static final Pattern PINNED_SCORER = Pattern.compile("[^/\\s]+/[^/\\s]+/[0-9a-f]{64}");

    @Override
    public String name() {
        return isJson ? JSON_LINES : CSV;
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches(isJson ? ".*\\.(jsonl|ndjson)(\\.gz)?" : ".*\\.csv(\\.gz)?");
    }

    @Override
    public TextRows rows(Reader text) throws IOException, BadRow {
        return isJson ? new JsonTextRows(text) : new CsvTextRows(text, ',', REQUIRED);
    }

    @Override
    public TextItem item(TextRow row, long line) throws BadRow {
        requireKnownFields(row.columns());
        Optional<GivenScore> given = given(row);
        String text = TextReading.joined(row.get("title"), row.get("text"));
        boolean isOnlyScore = text.isEmpty() && given.isPresent() && isTimed(given.get());
        if (text.isEmpty() && !isOnlyScore) {
            throw new BadRow(
                    Fault.NO_TEXT,
                    "text is empty; only a row with score, scorer and scored_at of a text taken in before may do without");
        }
        return new TextItem(
                line,
                group(row),
                id(row),
                isOnlyScore ? given.get().scoredAt().getAsLong() : Times.required(row, "published_at"),
                Times.isDate(row.get("published_at")),
                Times.optional(row, "retrieved_at"),
                text,
                row.get("url"),
                given);
    }

    private static void requireKnownFields(Set<String> columns) throws BadRow {
        Set<String> unknown = new TreeSet<>(columns);
        unknown.removeAll(REQUIRED);
        unknown.removeAll(OPTIONAL);
        if (!unknown.isEmpty()) {
            throw new BadRow(
                    Fault.COLUMNS,
                    "unknown field %s, expected %s and perhaps %s"
                            .formatted(
                                    String.join(", ", unknown),
                                    String.join(", ", REQUIRED),
                                    String.join(", ", OPTIONAL)));
        }
    }

    private static boolean isTimed(GivenScore given) {
        return given.isKnown() && given.scoredAt().isPresent();
    }

    private static String id(TextRow row) throws BadRow {
        String id = row.required("id", Fault.IDENTITY);
        if (id.length() > TextIdentity.LONGEST_ID) {
            throw new BadRow(
                    Fault.IDENTITY,
                    "id has %d characters, at most %d are kept".formatted(id.length(), TextIdentity.LONGEST_ID));
        }
        return id;
    }

    private String group(TextRow row) throws BadRow {
        String stated = row.get("group").isEmpty() ? group : row.get("group");
        if (!TextStatistics.GROUPS.contains(stated)) {
            throw new BadRow(
                    Fault.UNKNOWN_VALUE,
                    "group is '%s', expected one of %s; state it in the row or with --group"
                            .formatted(stated, String.join(", ", TextStatistics.GROUPS)));
        }
        return stated;
    }

    private static Optional<GivenScore> given(TextRow row) throws BadRow {
        OptionalLong scoredAt = Times.optional(row, "scored_at");
        String scorer = row.get("scorer");
        double score = score(row.get("score"));
        if (scorer.isEmpty()) {
            requireNothingOf(row.get("score"), row.get("scored_at"));
            return Optional.empty();
        }
        if (!PINNED_SCORER.matcher(scorer).matches()) {
            throw new BadRow(
                    Fault.UNKNOWN_VALUE,
                    ("scorer is '%s' (UNPINNED_SCORER), expected name/version/hash with the SHA-256 of its model, "
                                    + "prompt included, in 64 hexadecimal digits")
                            .formatted(scorer));
        }
        return Optional.of(new GivenScore(score, scorer, scoredAt));
    }

    private static void requireNothingOf(String score, String scoredAt) throws BadRow {
        if (!score.isEmpty() || !scoredAt.isEmpty()) {
            throw new BadRow(
                    Fault.UNKNOWN_VALUE,
                    "score without a scorer (UNPINNED_SCORER), expected its name/version/hash beside it");
        }
    }

    private static double score(String written) throws BadRow {
        double score;
        try {
            score = written.isEmpty() ? Double.NaN : Double.parseDouble(written);
        } catch (NumberFormatException e) {
            throw new BadRow(Fault.NOT_A_NUMBER, "score is '%s', expected a number from -1 to 1".formatted(written));
        }
        if (!written.isEmpty() && !(Math.abs(score) <= 1)) {
            throw new BadRow(
                    Fault.AMOUNT,
                    "score is %s, expected a number from -1 to 1, or none if the scorer could not say"
                            .formatted(written));
        }
        return score;
    }
}
