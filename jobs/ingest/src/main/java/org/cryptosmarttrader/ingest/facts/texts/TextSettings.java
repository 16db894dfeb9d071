package org.cryptosmarttrader.ingest.facts.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.facts.TextStatistics;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.texts.TextAvailability;

/**
 * How files of texts are read.
 *
 * @param format name of their form
 * @param source id of the source of the texts; empty if the form is that source's own
 * @param group of rows that do not say theirs, and of what {@code covers} is about; empty if the form or each row says it
 * @param covers the time for which the files are said to hold everything; empty if nobody says so
 * @param availability when a text without a time of retrieval may be used
 * @param coins whose names are looked for
 */
public record TextSettings(
        String format,
        String source,
        String group,
        Optional<Covers> covers,
        TextAvailability availability,
        CoinDictionary coins) {

    public static final List<String> FORMATS =
            List.of(CryptoNews.NAME, Tweets.NAME, NewsDays.NAME, OwnForm.CSV, OwnForm.JSON_LINES);

    /** @throws IllegalArgumentException if they do not fit; names every fault */
    public TextSettings {
        List<String> faults = new ArrayList<>();
        boolean isOwn = format.equals(OwnForm.CSV) || format.equals(OwnForm.JSON_LINES);
        if (!FORMATS.contains(format)) {
            faults.add("format is '%s', expected one of %s".formatted(format, String.join(", ", FORMATS)));
        }
        if (source.isEmpty() && !isOwn) {
            source = format;
        }
        if (!source.matches("[a-z0-9][a-z0-9-]*")) {
            faults.add("source is %s, expected an id in small letters such as coindesk; state it with --source"
                    .formatted(source.isEmpty() ? "not stated" : "'" + source + "'"));
        }
        if (!group.isEmpty() && !isOwn && FORMATS.contains(format)) {
            faults.add("--group describes csv and jsonl, not %s, whose group is known; leave it out".formatted(format));
        } else if (!group.isEmpty() && isOwn && !TextStatistics.GROUPS.contains(group)) {
            faults.add("group is '%s', expected one of %s".formatted(group, String.join(", ", TextStatistics.GROUPS)));
        }
        if (covers.isPresent() && isOwn && group.isEmpty()) {
            faults.add("--covers is stated, but not what it covers; name the group with --group");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("import-text: " + String.join("\nimport-text: ", faults));
        }
    }

    TextForm form() {
        return switch (format) {
            case CryptoNews.NAME -> new CryptoNews();
            case Tweets.NAME -> new Tweets();
            case NewsDays.NAME -> new NewsDays();
            default -> new OwnForm(format.equals(OwnForm.JSON_LINES), group);
        };
    }

    /** The group that {@code covers} is about. */
    String coveredGroup() {
        return switch (format) {
            case CryptoNews.NAME, NewsDays.NAME -> "news";
            case Tweets.NAME -> "x";
            default -> group;
        };
    }
}
