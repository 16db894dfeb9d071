package org.cryptosmarttrader.history;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;

/** What happened to the events of one key at one tick. Not thread-safe. */
public final class FoldReport {

    /**
     * An event that was not folded.
     *
     * @param event index in the block
     */
    public record Refused(EventBlock block, int event, Refusal reason) {}

    /**
     * An event that came late; it changed no row already issued.
     *
     * @param event index in the block
     */
    public record Late(EventBlock block, int event) {}

    private final List<Refused> refused = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private int healed;
    private int empty;
    private int skewed;

    public void refuse(EventBlock block, int event, Refusal reason) {
        refused.add(new Refused(block, event, reason));
    }

    void late(EventBlock block, int event) {
        late.add(new Late(block, event));
    }

    void countHealed() {
        healed++;
    }

    void countEmpty() {
        empty++;
    }

    void countSkewed() {
        skewed++;
    }

    public List<Refused> refused() {
        return refused;
    }

    public List<Late> late() {
        return late;
    }

    /** Earlier bars that this tick computed again, or for the first time after their own tick. */
    public int healed() {
        return healed;
    }

    /** Recorded bars without a trade: gaps. */
    public int empty() {
        return empty;
    }

    /** Events that by the clocks were known before they happened, within what is tolerated; they count as known then. */
    public int skewed() {
        return skewed;
    }
}
