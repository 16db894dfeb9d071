package org.cryptosmarttrader.ingest.texts;

import java.time.Instant;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/** Reads a span of time backwards, newest first: each call asks for what is not newer than the oldest of the page before. */
final class SpanWalk {

    private final TextSourceSettings.Polls polls;
    /** By which the source holds back what is published. */
    private final long delayMillis;

    SpanWalk(TextSourceSettings.Polls polls, long delayMillis) {
        this.polls = polls;
        this.delayMillis = delayMillis;
    }

    /**
     * A page of a span.
     *
     * @param isWhole whether it holds all of the span
     * @param oldest item's time, epoch milliseconds; the span's end if there is none
     */
    record Slice(TextSource.Page page, boolean isWhole, long oldest) {}

    /** Asks for the newest items of a span; both ends belong to it, epoch milliseconds. */
    @FunctionalInterface
    interface Slices {
        Slice of(long from, long until) throws SourceException, InterruptedException;
    }

    TextSource.Walked walk(Progress last, long now, Slices slices, TextSource.Taker taker)
            throws SourceException, InterruptedException {
        long wanted = (last.at() == 0 ? now : last.at()) - delayMillis - polls.overlapMillis();
        long from = Math.max(wanted, now - polls.reachMillis());
        String hole = from > wanted
                ? "was not read since %s, farther back than the source can be asked"
                        .formatted(Instant.ofEpochMilli(last.at()))
                : "";
        long until = now;
        for (int page = 1; page <= polls.pages(); page++) {
            Slice slice;
            try {
                slice = slices.of(from, until);
            } catch (SourceException e) {
                if (page > 1 && e.kind() == SourceException.Kind.FINAL) {
                    return new TextSource.Walked(
                            "",
                            "older than %s is not given (%s)".formatted(Instant.ofEpochMilli(until), e.getMessage()));
                }
                throw e;
            }
            taker.page(slice.page());
            if (slice.isWhole()) {
                return new TextSource.Walked("", hole);
            }
            if (slice.oldest() >= until) {
                return new TextSource.Walked(
                        "", "more of %s than one page holds".formatted(Instant.ofEpochMilli(until)));
            }
            until = slice.oldest();
        }
        return new TextSource.Walked(
                "", "%d pages do not reach back to %s".formatted(polls.pages(), Instant.ofEpochMilli(from)));
    }
}
