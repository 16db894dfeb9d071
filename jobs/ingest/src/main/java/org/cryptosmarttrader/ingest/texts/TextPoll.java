package org.cryptosmarttrader.ingest.texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * One poll of a source of texts: what is new becomes events as the pages come, and if they reached back to the poll before, the
 * time between is said to have been listened to. Not thread-safe.
 */
final class TextPoll implements PolledAdapter.Poll {

    private static final int SHOWN_FAULTS = 3;

    private final TextSource source;
    private final long longestMillis;
    private final TextReading reading;
    private final RawLog rawLog;
    private final Receipts receipts;
    private final SaidTexts said;
    private final IngestClock clock;
    private final SeenTexts seen;
    private Progress progress;

    /**
     * @param everyMillis from one poll to the next; time that none looked at for twice as long counts as not listened to: its
     *     texts become known only now, and that there were none then would not be true
     * @param said is told of each text that was handed over
     */
    TextPoll(TextSource source, long everyMillis, TextReading reading, Live live, SaidTexts said) {
        this.source = source;
        this.longestMillis = 2 * everyMillis;
        this.reading = reading;
        this.rawLog = live.rawLog();
        this.receipts = live.receipts();
        this.clock = live.clock();
        this.said = said;
        Progress.Resumed resumed = Progress.of(source.id(), live.cursors().mark(source.id()), clock);
        this.seen = resumed.seen();
        this.progress = resumed.progress();
    }

    /** Beginning of the last poll that ended, epoch milliseconds; 0 before the first. */
    long last() {
        return progress.at();
    }

    @Override
    public void once() throws SourceException, InterruptedException {
        long now = clock.millis();
        Taking taking = new Taking();
        TextSource.Walked walked = source.walk(progress, now, taking);
        List<String> wrong = new ArrayList<>(taking.faults);
        if (!walked.hole().isEmpty()) {
            wrong.add(walked.hole());
        }
        long before = progress.at();
        // a clock that was set back has no time to speak of
        boolean isInTime = before > 0 && before < now && now - before <= longestMillis;
        boolean isWhole = wrong.isEmpty() && isInTime && taking.hash != null;
        if (isWhole) {
            receipts.put(List.of(Heard.listened(source.id(), source.group(), before, now, taking.hash)));
        }
        progress = new Progress(now, walked.newest());
        receipts.mark(source.id(), progress.words(seen));
        if (!wrong.isEmpty()) {
            throw SourceException.last("%s: %s; the time before %s counts as not listened to"
                    .formatted(
                            source.id(),
                            String.join(", ", wrong.subList(0, Math.min(SHOWN_FAULTS, wrong.size()))),
                            Instant.ofEpochMilli(now)));
        }
    }

    /** Hands over the pages of one poll. */
    private final class Taking implements TextSource.Taker {

        private final List<String> faults = new ArrayList<>();
        private byte[] hash;

        @Override
        public void page(TextSource.Page page) {
            hash = rawLog.keep(source.id(), page.reply().url(), page.reply().body());
            faults.addAll(page.faults());
            List<Heard> heard = new ArrayList<>();
            List<LiveText> texts = new ArrayList<>();
            for (LiveText text : page.texts()) {
                // one dated into the future is taken when its time has come
                if (text.publishedAt() <= clock.millis()) {
                    take(text).ifPresent(id -> {
                        heard.add(event(text, id));
                        texts.add(new LiveText(id, text.publishedAt(), text.text(), text.url()));
                    });
                }
            }
            if (!heard.isEmpty()) {
                long at = receipts.put(heard);
                texts.forEach(text -> said.add(new SaidTexts.Said(
                        TextIdentity.of(source.group(), text.id()), text.publishedAt(), at, text.text())));
            }
        }

        private Optional<String> take(LiveText text) {
            return seen.take(source.group(), text);
        }

        private Heard event(LiveText text, String id) {
            TextReading.Said words = reading.said(source.group(), id, text.publishedAt(), text.text(), text.url());
            return Heard.fact(
                    EventKind.TEXT,
                    source.id(),
                    TextIdentity.of(source.group(), id),
                    0,
                    text.publishedAt(),
                    words.values(),
                    words.words(),
                    hash);
        }
    }
}
