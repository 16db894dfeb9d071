package org.cryptosmarttrader.ingest.kraken;

import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.ingest.net.SourceException;

/** Fills gaps in the trades of a pair with pages of REST. */
public final class GapRefill {

    private final KrakenRest rest;
    private final int mostPages;

    /** How a walk ended. */
    public enum Outcome {
        /** No gap is left. */
        FILLED,
        /** Pages were read, and there are more: walk again. */
        MORE,
        /** REST does not have yet what the WebSocket has sent: walk again later. */
        BEHIND
    }

    /** Whose sequence is filled. It locks, if others feed the sequence, too. */
    public interface Taker {

        /** @return the first gap that is left with these trades taken in */
        Optional<Gap> page(List<Trade> trades);

        /**
         * The venue itself has no trades of these ids: to be recorded as real, and passed.
         *
         * @return the first gap that is left behind it
         */
        Optional<Gap> hole(Gap hole);
    }

    /** @param mostPages one walk reads, so that one pair's long outage does not keep the others waiting */
    public GapRefill(KrakenRest rest, int mostPages) {
        this.rest = rest;
        this.mostPages = mostPages;
    }

    /**
     * Reads on from the gap until the ids meet.
     *
     * <p>Ids are known to be missing at the venue, too, when one page holds both sides of the gap and nothing between. Two
     * pages prove nothing: their border may cut between trades of one nanosecond, so reading starts again before it.
     *
     * @throws SourceException if no page could be read; what was taken before stays taken
     */
    public Outcome fill(TradedPair pair, Gap first, Taker taker) throws SourceException, InterruptedException {
        long since = first.sinceNanos();
        boolean isBorder = false;
        for (int pages = 0; pages < mostPages; pages++) {
            TradesPage page = rest.trades(pair, since, KrakenRest.PAGE).value();
            Optional<Gap> gap = taker.page(page.trades());
            while (gap.isPresent() && spans(page, gap.get())) {
                gap = taker.hole(gap.get());
            }
            if (gap.isEmpty()) {
                return Outcome.FILLED;
            }
            boolean isInDoubt = isBorder && isBehind(page, gap.get());
            if (!isInDoubt && (page.trades().size() < KrakenRest.PAGE || page.last() == since)) {
                return Outcome.BEHIND;
            }
            since = isInDoubt ? since - 1 : page.last();
            isBorder = !isInDoubt;
        }
        return Outcome.MORE;
    }

    private static boolean spans(TradesPage page, Gap gap) {
        return !isBehind(page, gap) && page.trades().stream().anyMatch(trade -> trade.id() >= gap.beforeId());
    }

    private static boolean isBehind(TradesPage page, Gap gap) {
        return page.trades().stream().allMatch(trade -> trade.id() > gap.afterId());
    }
}
