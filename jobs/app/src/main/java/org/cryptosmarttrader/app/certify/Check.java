package org.cryptosmarttrader.app.certify;

/** The questions asked of every column. */
public enum Check {
    /** Do rows up to an instant stay when the input ends there? */
    PREFIX("rows up to a cut are the same where nothing later was there to be read"),
    /** Do they stay when everything later is garbage? */
    POISON("rows up to a cut are the same where everything later was garbage"),
    /** Do they stay when the run begins later, as far as the declared memory lets them? */
    START("rows are the same where the run began a column's declared memory before"),
    /** Do they stay when events come in another order, in other blocks, on other channels? */
    ORDER("rows are the same where events came in another order, in other blocks, on four channels"),
    /** Is every label there once its horizon has passed, and not before? */
    MATURITY("no label exists before its horizon has passed"),
    /** Could each event be known when the archive says? */
    AVAILABILITY("no event is available before its raw payload lets it be"),
    /** Does a model stay the same when what came after its training is removed, or garbage? */
    TRAINER("models are the same where rows available after their training were removed, or garbage");

    private final String promise;

    Check(String promise) {
        this.promise = promise;
    }

    /** What holds if nobody is accused. */
    public String promise() {
        return promise;
    }
}
