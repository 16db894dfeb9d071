package org.cryptosmarttrader.ingest.facts.chain;

import java.util.function.Consumer;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.Fact;

/**
 * Makes the facts of one file.
 *
 * @param source id of the source
 * @param payloadHash SHA-256 of the file, hexadecimal
 * @param facts takes them
 */
record ChainFacts(String source, String payloadHash, Consumer<Fact> facts) {

    /**
     * When something happened and when it could be used.
     *
     * @param row line of the file, from 1; 0 if no line says it
     */
    record When(long eventTime, long availableAt, Availability availability, long row) {}

    private static final double[] NO_NUMBER = {};

    void transfer(When when, TransferFact transfer) {
        add(EventKind.TRANSFER, when, "", 0, transfer.identity(), transfer.values(), transfer.words());
    }

    void retract(When when, String chain, String id) {
        String[] words = TransferFact.retraction(chain, id);
        add(EventKind.RETRACT, when, "", 0, TransferFact.identity(chain, id), NO_NUMBER, words);
    }

    /** @param intervalMillis length of what the value covers, 0 of an instant */
    void metric(When when, long intervalMillis, String asset, String metric, double value) {
        String identity = Fact.identityOfMetric(asset, metric, when.eventTime());
        add(EventKind.METRIC, when, "", intervalMillis, identity, new double[] {value}, new String[] {asset, metric});
    }

    /** That a chain was followed in each whole hour of a span. */
    void listened(Covers covers, String chain) {
        covers.facts(source, chain, payloadHash).forEach(facts);
    }

    /** @param standing LISTED or DELISTED */
    void listing(When when, String pair, String standing) {
        String identity = "%s %d".formatted(standing, when.eventTime());
        add(EventKind.LISTING, when, pair, 0, identity, NO_NUMBER, new String[] {standing});
    }

    private void add(
            EventKind kind,
            When when,
            String pair,
            long intervalMillis,
            String identity,
            double[] values,
            String[] words) {
        facts.accept(new Fact(
                kind,
                source,
                pair,
                intervalMillis,
                Fact.sequenceOf(identity),
                when.eventTime(),
                when.availableAt(),
                values,
                words,
                when.availability().name(),
                payloadHash,
                when.row()));
    }
}
