package org.cryptosmarttrader.app.bench;

/** One kind of work, measured. */
interface Bench {

    /** One word, e.g. {@code decode}. */
    String name();

    /** What is counted, in the plural, e.g. {@code events}. */
    String unit();

    /** What the product does here, and what the bare loop and the bare Flink job do. */
    String meaning();

    /** The ways to do the work over a load; preparing them is not measured. */
    Ways over(Load load) throws Exception;
}
