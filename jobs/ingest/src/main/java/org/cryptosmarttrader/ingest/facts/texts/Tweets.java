package org.cryptosmarttrader.ingest.facts.texts;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;

/** {@code ethereum_tweets.csv}: posts with their time and user. The polarity it carries is not used. */
final class Tweets implements TextForm {

    static final String NAME = "tweets";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches(".*tweets.*\\.csv(\\.gz)?");
    }

    @Override
    public TextRows rows(Reader text) throws IOException, BadRow {
        return new CsvTextRows(text, ',', List.of("Date", "User", "Tweet"));
    }

    @Override
    public TextItem item(TextRow row, long line) throws BadRow {
        long publishedAt = Times.required(row, "Date");
        String text = row.required("Tweet", Fault.NO_TEXT);
        String id = TextIdentity.made(row.get("User"), row.get("Date"), text);
        boolean isOfDay = Times.isDate(row.get("Date"));
        return new TextItem(line, "x", id, publishedAt, isOfDay, OptionalLong.empty(), text, "", Optional.empty());
    }
}
