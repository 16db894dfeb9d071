package org.cryptosmarttrader.ingest.facts.texts;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.texts.EnglishCheck;
import org.cryptosmarttrader.texts.TextScorer;
import org.cryptosmarttrader.wire.texts.TextScorers;

/**
 * Files of texts. Of an id that a command meets with several texts the first known keeps it, each other is an item of its
 * own, {@code id#hash of the text}; the same text again is a duplicate. Not thread-safe; one per command.
 */
public final class TextLayout implements FactLayout {

    private final TextSettings settings;
    private final TextForm form;
    private final TextScorer scorer;
    private final EnglishCheck english;
    private final TextFacts events;
    private final Map<String, String> firstTexts = new TreeMap<>();
    private boolean isCovered;

    public TextLayout(TextSettings settings) {
        this(settings, TextScorers.lexicon(), TextScorers.english());
    }

    TextLayout(TextSettings settings, TextScorer scorer, EnglishCheck english) {
        this.settings = settings;
        this.scorer = scorer;
        this.english = english;
        this.form = settings.form();
        this.events =
                new TextFacts(settings.source(), settings.availability(), new TextReading(settings.coins(), scorer));
    }

    @Override
    public String name() {
        return form.name();
    }

    @Override
    public String source() {
        return settings.source();
    }

    @Override
    public boolean recognises(String fileName) {
        return form.recognises(fileName);
    }

    @Override
    public String reading() {
        return "group %s, covers %s, delay %d ms, coins %s, scorer %s"
                .formatted(
                        settings.group(),
                        settings.covers().map(Covers::toString).orElse(""),
                        settings.availability().assignedDelayMillis(),
                        settings.coins().version(),
                        scorer.id());
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow {
        TextCounts counts = new TextCounts(english);
        List<TextItem> items = items(file, badRows, counts);
        items.sort(Comparator.comparingLong((TextItem item) -> item.availableAt(settings.availability()))
                .thenComparingLong(TextItem::line));
        Versions met = new Versions();
        items.forEach(item -> take(item, met, payloadHash, facts, counts));
        if (settings.covers().isPresent() && !isCovered) {
            settings.covers()
                    .get()
                    .facts(source(), settings.coveredGroup(), payloadHash)
                    .forEach(facts);
            isCovered = true;
        }
        return counts.byName();
    }

    /** What a file has said so far. */
    private static final class Versions {
        private final TreeSet<String> texts = new TreeSet<>();
        private final TreeSet<String> scores = new TreeSet<>();
    }

    private void take(TextItem item, Versions met, String payloadHash, Consumer<Fact> facts, TextCounts counts) {
        if (!item.isOnlyScore()) {
            takeText(item, met, payloadHash, facts, counts);
        } else if (met.scores.add(scoreId(item, item.id()))) {
            facts.accept(events.score(item, item.id(), payloadHash));
            counts.onlyScore();
        } else {
            counts.duplicate();
        }
    }

    private void takeText(TextItem item, Versions met, String payloadHash, Consumer<Fact> facts, TextCounts counts) {
        String id = idOf(item);
        boolean isNew = met.texts.add(TextIdentity.of(item.group(), id));
        if (isNew) {
            Fact text = events.text(item, id, payloadHash);
            facts.accept(text);
            counts.text(item, text, !id.equals(item.id()));
        } else {
            counts.duplicate();
        }
        boolean saysScore = item.given().filter(GivenScore::isKnown).isPresent();
        if (saysScore && met.scores.add(scoreId(item, id)) && (!isNew || events.isScoredLater(item))) {
            facts.accept(events.score(item, id, payloadHash));
            counts.laterScore();
        }
    }

    private static String scoreId(TextItem item, String id) {
        return TextIdentity.ofScore(
                TextIdentity.of(item.group(), id), item.given().orElseThrow().scorer());
    }

    private String idOf(TextItem item) {
        String hash = item.textHash();
        String first = firstTexts.putIfAbsent(TextIdentity.of(item.group(), item.id()), hash);
        return first == null || first.equals(hash) ? item.id() : TextIdentity.edited(item.id(), hash);
    }

    /** The texts of a file, in its order. */
    private List<TextItem> items(Received file, BadRows badRows, TextCounts counts) throws IOException, BadRow {
        try (Reader text = new InputStreamReader(file.content(), StandardCharsets.UTF_8.newDecoder());
                TextRows rows = form.rows(text)) {
            List<TextItem> items = new ArrayList<>();
            while (takeNext(rows, file, items, badRows, counts)) {
                counts.row();
            }
            return items;
        } catch (UncheckedIOException e) {
            throw fault(e.getCause());
        } catch (EOFException | ZipException | CharacterCodingException | CSVException e) {
            throw fault(e);
        }
    }

    private boolean takeNext(TextRows rows, Received file, List<TextItem> items, BadRows badRows, TextCounts counts)
            throws IOException {
        try {
            TextRow row = rows.next();
            if (row == null) {
                return false;
            }
            items.add(form.item(row, rows.line()));
        } catch (BadRow bad) {
            badRows.meet(file.name(), "line", rows.line(), rows.shown(), bad);
            counts.setAside();
        }
        return true;
    }

    /** What the end of reading says of the file as a whole. */
    private static BadRow fault(IOException end) throws IOException {
        if (end instanceof CharacterCodingException) {
            return new BadRow(Fault.UNREADABLE_FORMAT, "not UTF-8");
        }
        if (end instanceof EOFException) {
            return new BadRow(Fault.TRUNCATED, "the gzip ends too early");
        }
        if (end instanceof ZipException) {
            return new BadRow(Fault.DAMAGED, "the gzip is damaged (%s)".formatted(end.getMessage()));
        }
        if (end instanceof CSVException) {
            return new BadRow(Fault.DAMAGED, "no CSV (%s)".formatted(end.getMessage()));
        }
        throw end;
    }
}
