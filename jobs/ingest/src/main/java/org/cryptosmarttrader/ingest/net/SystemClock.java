package org.cryptosmarttrader.ingest.net;

/** The machine's clock. It looks again each second, so that a corrected clock cannot make it oversleep. */
final class SystemClock implements IngestClock {

    private static final long LONGEST_SLEEP = 1_000;

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public void await(long until) throws InterruptedException {
        for (long left = until - millis(); left > 0; left = until - millis()) {
            Thread.sleep(Math.min(left, LONGEST_SLEEP));
        }
    }
}
