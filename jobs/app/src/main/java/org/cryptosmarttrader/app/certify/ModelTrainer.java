package org.cryptosmarttrader.app.certify;

import java.util.SortedMap;

/** What is certified of the training: makes models of rows. */
@FunctionalInterface
public interface ModelTrainer {

    /**
     * @param dataset features and labels, of later instants too
     * @param asOf instant up to which the models may know anything, epoch milliseconds
     * @return bytes of the models by name; empty if nothing could be trained
     * @throws Exception what made the training fail
     */
    SortedMap<String, byte[]> train(MadeRows dataset, long asOf) throws Exception;
}
