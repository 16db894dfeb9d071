package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.index.FearGreed;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.chain.ChainFormat;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * The Fear &amp; Greed index of alternative.me, one value a day, the same event as out of a file. A value dated today is not taken
 * before the day has ended, as in the files. No key.
 *
 * <p>Source: alternative.me/crypto/fear-and-greed-index, API.
 */
final class FearGreedPoll implements PolledAdapter.Poll {

    static final String ID = ChainFormat.FEAR_GREED.source();

    private static final double HIGHEST = 100;
    private static final String NUMBER = "[0-9]{1,10}";

    private final TextSourceSettings.FearGreed settings;
    private final Live live;
    private final KeyedReads reads;
    private final SourceJson json = new SourceJson(ID);
    private final TreeSet<Long> said = new TreeSet<>();

    FearGreedPoll(TextSourceSettings.FearGreed settings, Live live) {
        this.settings = settings;
        this.live = live;
        this.reads = new KeyedReads(
                ID,
                settings.calls(),
                List.of(),
                live.userAgent(),
                live,
                (reply, what, text) -> Refusal.byStatus(reply, "%s (%s)".formatted(what, text)));
    }

    SourceHealth.Snapshot health() {
        return reads.health();
    }

    /** @param end of the day, epoch milliseconds */
    record Value(long end, double value) {}

    record Values(Reply reply, List<Value> days, List<String> faults) {}

    @Override
    public void once() throws SourceException, InterruptedException {
        Query query = new Query("/fng/").with("limit", settings.days()).with("format", "json");
        Values values = reads.read(Request.get(query.toString()), this::read);
        byte[] hash =
                live.rawLog().keep(ID, values.reply().url(), values.reply().body());
        List<Heard> heard = values.days().stream()
                .filter(day -> day.end() <= live.clock().millis() && said.add(day.end()))
                .sorted(Comparator.comparingLong(Value::end))
                .map(day -> event(day, hash))
                .toList();
        live.receipts().put(heard);
        said.removeIf(end -> end < live.clock().millis() - 2L * settings.days() * TickGrid.DAY);
        if (!values.faults().isEmpty()) {
            throw SourceException.last(
                    "%s: %s; that day is missing".formatted(ID, values.faults().get(0)));
        }
    }

    private static Heard event(Value day, byte[] hash) {
        long eventTime = day.end() - 1;
        return Heard.fact(
                EventKind.METRIC,
                ID,
                Fact.identityOfMetric("", FearGreed.METRIC, eventTime),
                TickGrid.DAY,
                eventTime,
                new double[] {day.value()},
                new String[] {"", FearGreed.METRIC},
                hash);
    }

    Values read(Reply reply) throws SourceException {
        JsonNode answer = json.object(reply.body());
        JsonNode error = answer.path("metadata").path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw SourceException.last("%s: %s".formatted(ID, KeyedReads.shortened(error.asText())));
        }
        List<String> faults = new ArrayList<>();
        List<Value> days = SourceJson.each(json.array(answer, "data"), "data", faults, FearGreedPoll::value);
        return new Values(reply, days, faults);
    }

    private static Optional<Value> value(JsonNode item) throws SourceJson.BadItem {
        long start = SourceJson.checked(TimeUnit.SECONDS.toMillis(number(item, "timestamp")), "timestamp");
        if (start % TickGrid.DAY != 0) {
            throw new SourceJson.BadItem("timestamp is not the beginning of a day, UTC");
        }
        long value = number(item, "value");
        if (value > HIGHEST) {
            throw new SourceJson.BadItem("value is above 100");
        }
        return Optional.of(new Value(start + TickGrid.DAY, value));
    }

    /** Numbers come as texts. */
    private static long number(JsonNode item, String field) throws SourceJson.BadItem {
        String written = item.path(field).asText();
        if (!written.matches(NUMBER)) {
            throw new SourceJson.BadItem(
                    "%s is %s, expected a whole number".formatted(field, item.has(field) ? "none" : "missing"));
        }
        return Long.parseLong(written);
    }
}
