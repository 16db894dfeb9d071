package org.cryptosmarttrader.ingest.trading;

import java.util.SplittableRandom;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.JumpingClock;

/** A clock at whose sight its process may die. It is looked at before and behind every call and line, so death comes anywhere. */
final class MortalClock implements IngestClock {

    private final JumpingClock time;
    private SplittableRandom random;
    private double risk;

    /** A process that ends here and now. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    MortalClock(JumpingClock time) {
        this.time = time;
    }

    /** @param risk of death at each look */
    void endanger(SplittableRandom drawn, double risk) {
        this.random = drawn;
        this.risk = risk;
    }

    private void live() {
        if (risk > 0 && random.nextDouble() < risk) {
            throw new Killed();
        }
    }

    @Override
    public long millis() {
        live();
        return time.millis();
    }

    @Override
    public void await(long until) {
        live();
        time.await(until);
    }
}
