package org.cryptosmarttrader.ingest.facts.texts;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;

/** {@code news_2017-2019.csv}: beginnings of articles with the day of their publication. */
final class NewsDays implements TextForm {

    static final String NAME = "news-days";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches("news.*\\.csv(\\.gz)?");
    }

    @Override
    public TextRows rows(Reader text) throws IOException, BadRow {
        return new CsvTextRows(text, ',', List.of("date", "source", "text_400"));
    }

    @Override
    public TextItem item(TextRow row, long line) throws BadRow {
        long publishedAt = Times.required(row, "date");
        String text = row.required("text_400", Fault.NO_TEXT);
        String id = TextIdentity.made(row.get("source"), row.get("date"), text);
        boolean isOfDay = Times.isDate(row.get("date"));
        return new TextItem(line, "news", id, publishedAt, isOfDay, OptionalLong.empty(), text, "", Optional.empty());
    }
}
