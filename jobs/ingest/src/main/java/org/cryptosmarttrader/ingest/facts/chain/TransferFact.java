package org.cryptosmarttrader.ingest.facts.chain;

/**
 * What is said of a transfer, whether a file says it or a node: its words, its number and the name it goes by.
 *
 * @param id on its chain: the transaction's, and the log's index where one transaction may hold several
 * @param asset canonical symbol
 * @param amount in units of the asset, more than 0
 */
public record TransferFact(String chain, String id, String asset, double amount, Owner from, Owner to) {

    /** What it is named by, without its source. */
    public String identity() {
        return identity(chain, id);
    }

    /** The same of a retraction. */
    public static String identity(String chain, String id) {
        return chain + ":" + id;
    }

    /** As {@code EventKind} orders them. */
    public double[] values() {
        return new double[] {amount};
    }

    /** As {@code EventKind} orders them. */
    public String[] words() {
        return new String[] {chain, id, asset, from.entity(), from.kind(), to.entity(), to.kind()};
    }

    /** Those of its retraction. */
    public static String[] retraction(String chain, String id) {
        return new String[] {chain, id};
    }
}
