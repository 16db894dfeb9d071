package org.cryptosmarttrader.app.bench;

/**
 * The ways in which one kind of work is done.
 *
 * @param product as the program does it
 * @param loop the same calculation without Flink
 * @param flink what Flink alone costs: the same input through a job with one key, one value of state and no calculation
 */
record Ways(Body product, Body loop, Body flink) {

    /** Does the work once. */
    @FunctionalInterface
    interface Body {
        Done run() throws Exception;
    }

    /** Sum over what came out; computed after the clock has stopped. */
    @FunctionalInterface
    interface Checksum {
        long value() throws Exception;
    }

    /**
     * What was done.
     *
     * @param units how many
     * @param checksum of the result, the same in whatever order its parts came
     * @param millis what each unit took, if units are timed one by one; otherwise empty
     */
    record Done(long units, Checksum checksum, double[] millis) {

        Done(long units, Checksum checksum) {
            this(units, checksum, new double[0]);
        }
    }
}
