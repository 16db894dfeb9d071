package org.cryptosmarttrader.ingest.facts.texts;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;

/**
 * {@code cryptonews.csv}: headlines of some news sites with their first sentences, to the minute. Its times name no zone and
 * are taken as UTC. The subject and the polarity it carries are other programs' guesses and are not used.
 */
final class CryptoNews implements TextForm {

    static final String NAME = "cryptonews";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d-M-uuuu HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches("cryptonews.*\\.csv(\\.gz)?");
    }

    @Override
    public TextRows rows(Reader text) throws IOException, BadRow {
        return new CsvTextRows(text, ';', List.of("date", "text", "title", "url"));
    }

    @Override
    public TextItem item(TextRow row, long line) throws BadRow {
        String date = row.required("date", Fault.TIME);
        String text = TextReading.joined(row.get("title"), row.get("text"));
        if (text.isEmpty()) {
            throw new BadRow(Fault.NO_TEXT, "title and text are empty");
        }
        String url = row.get("url");
        String id = url.isEmpty() ? TextIdentity.made(date, text) : url;
        return new TextItem(line, "news", id, millis(date), false, OptionalLong.empty(), text, url, Optional.empty());
    }

    private static long millis(String date) throws BadRow {
        try {
            return LocalDateTime.parse(date, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadRow(
                    Fault.TIME,
                    "date is '%s', expected day-month-year hour:minute, e.g. 5-7-2022 04:24".formatted(date));
        }
    }
}
