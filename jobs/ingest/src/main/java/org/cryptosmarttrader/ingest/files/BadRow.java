package org.cryptosmarttrader.ingest.files;

/** A row, or a whole file, that cannot be taken as it is. */
public final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** @param what is wrong, with the value found and what was expected */
    public BadRow(Fault fault, String what) {
        super(what, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
