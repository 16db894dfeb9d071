package org.cryptosmarttrader.app.certify.origin;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.Intake;

/** The layouts that are known, by the name under which the archive's log has them. */
final class Layouts {

    /**
     * @param form how rows are split
     * @param delimiter of delimited text
     * @param hasHeader whether its first line names the fields
     */
    record Known(Form form, char delimiter, boolean hasHeader, Layout layout) {}

    /** How rows are told apart. */
    enum Form {
        DELIMITED,
        JSON_LINES,
        JSON_LIST
    }

    private static final DateTimeFormatter NEWS_MINUTE = DateTimeFormatter.ofPattern("d-M-uuuu HH:mm", Locale.ROOT);
    private static final Pattern MAPPED = Pattern.compile("csv delimited by '(.)', (.*)", Pattern.DOTALL);

    private static final Map<String, Known> BY_FORMAT = new TreeMap<>();

    static {
        delimited("kraken-ohlcvt", ',', false, (row, claim) -> barEnd(row.at(0), claim));
        delimited("kraken-trades", ',', false, (row, claim) -> RawTime.millis(row.at(0)));
        // a kline names its own last millisecond or microsecond
        delimited("binance-klines", ',', false, (row, claim) -> plus(RawTime.millis(row.at(6)), 1));
        // rows are lists, or in older files objects
        BY_FORMAT.put(
                "freqtrade",
                new Known(
                        Form.JSON_LIST,
                        ',',
                        false,
                        (row, claim) -> claim.event().kind() == EventKind.BAR
                                ? barEnd(row.at(0) + row.named("date"), claim)
                                : RawTime.millis(row.at(0) + row.named("timestamp"))));
        delimited("cryptonews", ';', true, (row, claim) -> newsMinute(row.named("date")));
        delimited("news-days", ',', true, (row, claim) -> RawTime.endOf(row.named("date")));
        delimited("tweets", ',', true, (row, claim) -> RawTime.endOf(row.named("Date")));
        delimited("coinmetrics", ',', true, (row, claim) -> RawTime.endOfDay(row.named("time")));
        delimited("fear-greed", ',', true, (row, claim) -> RawTime.endOfDay(row.named("date")));
        delimited("funding-daily", ',', true, (row, claim) -> RawTime.endOfDay(row.named("date")));
        delimited(
                "metrics-csv",
                ',',
                true,
                (row, claim) -> latest(
                        row.named("day").isEmpty()
                                ? RawTime.endOf(row.named("time"))
                                : RawTime.endOfDay(row.named("day")),
                        RawTime.millis(row.named("available_at"))));
        delimited(
                "listings-csv",
                ',',
                true,
                (row, claim) ->
                        latest(RawTime.millis(row.named("event_time")), RawTime.millis(row.named("available_at"))));
        lines("btc-transfers", (row, claim) -> RawTime.millis(row.named("timestamp")));
        lines(
                "transfers-jsonl",
                (row, claim) -> claim.event().kind() == EventKind.RETRACT
                        ? RawTime.millis(row.named("retracted_at"))
                        : latest(RawTime.millis(row.named("block_time")), RawTime.millis(row.named("received_at"))));
        lines("jsonl", Layouts::text);
    }

    private Layouts() {}

    private static void delimited(String format, char delimiter, boolean hasHeader, Layout layout) {
        BY_FORMAT.put(format, new Known(Form.DELIMITED, delimiter, hasHeader, layout));
    }

    private static void lines(String format, Layout layout) {
        BY_FORMAT.put(format, new Known(Form.JSON_LINES, ',', false, layout));
    }

    /** The layout a payload was taken in as; of the format csv there are two, of markets and of texts. */
    static Optional<Known> of(Intake intake, EventKind kind) {
        if (intake.name().matches(".*\\.(parquet|feather)")) {
            return Optional.empty();
        }
        if (!intake.format().equals("csv")) {
            return Optional.ofNullable(BY_FORMAT.get(intake.format()));
        }
        return kind.isTraded()
                ? mapped(intake.reading())
                : Optional.of(new Known(Form.DELIMITED, ',', true, Layouts::text));
    }

    /** Delimited text of a market whose columns the command named. */
    private static Optional<Known> mapped(String reading) {
        Matcher said = MAPPED.matcher(reading == null ? "" : reading);
        if (!said.matches()) {
            return Optional.empty();
        }
        String time = "";
        boolean isCounted = true;
        for (String column : said.group(2).split(",")) {
            String[] entry = column.split("=", 2);
            time = entry[0].equals("time") ? entry[1] : time;
            isCounted &= entry[1].matches("[1-9][0-9]?");
        }
        String named = time;
        boolean byPlace = isCounted;
        return Optional.of(new Known(Form.DELIMITED, said.group(1).charAt(0), !byPlace, (row, claim) -> {
            String written = byPlace ? row.at(Integer.parseInt(named) - 1) : row.named(named);
            return claim.event().kind() == EventKind.BAR ? barEnd(written, claim) : RawTime.millis(written);
        }));
    }

    private static OptionalLong barEnd(String start, Claim claim) {
        return plus(RawTime.millis(start), claim.event().intervalMillis());
    }

    /** A text is there when it was published and retrieved; what was said of it, when that was said. */
    private static OptionalLong text(Layout.Row row, Claim claim) {
        OptionalLong retrieved = RawTime.millis(row.named("retrieved_at"));
        String published = row.named("published_at");
        // what was read on a day was there before the day ended
        OptionalLong read =
                retrieved.isPresent() ? latest(RawTime.millis(published), retrieved) : RawTime.endOf(published);
        if (claim.event().kind() != EventKind.SCORE) {
            return read;
        }
        return row.named("text").isEmpty() && row.named("title").isEmpty()
                ? RawTime.millis(row.named("scored_at"))
                : latest(read, RawTime.millis(row.named("scored_at")));
    }

    private static OptionalLong newsMinute(String date) {
        try {
            return OptionalLong.of(LocalDateTime.parse(date.strip(), NEWS_MINUTE)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong plus(OptionalLong instant, long millis) {
        return instant.isPresent() ? OptionalLong.of(instant.getAsLong() + millis) : instant;
    }

    /** The later of two; the second may be unknown. */
    private static OptionalLong latest(OptionalLong one, OptionalLong perhaps) {
        return one.isPresent() && perhaps.isPresent()
                ? OptionalLong.of(Math.max(one.getAsLong(), perhaps.getAsLong()))
                : one;
    }
}
