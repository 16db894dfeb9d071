package org.cryptosmarttrader.app.certify;

/** What is certified: makes rows of events. */
@FunctionalInterface
public interface RowMaker {

    /** @throws Exception what made the run fail */
    MadeRows rows(Input input) throws Exception;
}
