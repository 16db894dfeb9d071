package org.cryptosmarttrader.ingest.facts.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.facts.chain.BitcoinMove.Part;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.ingest.files.TimeColumn;

/**
 * Large transactions of Bitcoin as the collector of Whale-Activity-Analysis writes them, one JSON object a line. Times are
 * without a zone, taken as UTC, and partly the collector's clock: they are good to the hour. Its classification of a
 * transaction is a third party's opinion and not used.
 *
 * @param covers null if nothing is said about completeness
 * @param delayMillis of a transfer behind its block
 */
record BtcTransfers(String source, AddressLabels labels, Covers covers, long delayMillis) implements FactLayout {

    static final String CHAIN = "bitcoin";

    private static final String ASSET = "BTC";

    /** What is counted of a file. */
    private static final class Counts {
        private long withoutAddresses;
        private long touching;
        private long tooLate;
        private long withinOwner;

        Map<String, Long> byName() {
            return new TreeMap<>(Map.of(
                    "without addresses", withoutAddresses,
                    "touching a labelled address", touching,
                    "of these available before any such label was known", tooLate,
                    "back to their senders and left out", withinOwner));
        }
    }

    @Override
    public String name() {
        return ChainFormat.BTC_TRANSFERS.label();
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches(".*\\.jsonl(\\.gz)?");
    }

    @Override
    public List<byte[]> understoodBy() {
        return labels.file();
    }

    @Override
    public String reading() {
        return "%s delay=%d covers=%s".formatted(labels.reading(), delayMillis, covers);
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        Counts counts = new Counts();
        TimeColumn times = new TimeColumn();
        JsonRows.read(file, badRows, (row, line) -> take(row, line, times, counts, made));
        if (covers != null) {
            made.listened(covers, CHAIN);
        }
        return counts.byName();
    }

    private void take(JsonNode row, long line, TimeColumn times, Counts counts, ChainFacts made) throws BadRow {
        String id = JsonRows.text(row, "txid");
        long blockTime = times.millis(JsonRows.text(row, "timestamp"));
        BigDecimal whole = JsonRows.amount(row, "value_btc");
        List<Part> inputs = parts(row.path("vin_addresses"));
        List<Part> outputs = parts(row.path("vout_addresses"));
        long at = blockTime + delayMillis;
        BitcoinMove move = BitcoinMove.of(inputs, outputs, address -> labels.owner(CHAIN, address, at));
        BigDecimal amount = outputs.isEmpty() ? whole : move.amount();
        if (outputs.isEmpty()) {
            counts.withoutAddresses++;
        }
        countLabels(inputs, outputs, at, counts);
        if (amount.signum() == 0) {
            counts.withinOwner++;
            return;
        }
        ChainFacts.When when = new ChainFacts.When(blockTime, at, Availability.ASSIGNED, line);
        made.transfer(when, new TransferFact(CHAIN, id, ASSET, amount.doubleValue(), move.from(), move.to()));
    }

    /** Those with an address: data outputs have none. */
    private static List<Part> parts(JsonNode list) throws BadRow {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : list) {
            BigDecimal value = JsonRows.amount(part, "value");
            JsonRows.optional(part, "address")
                    .filter(address -> !address.equals(EventKind.UNKNOWN))
                    .ifPresent(address -> parts.add(new Part(address, value)));
        }
        return parts;
    }

    private Owner owner(Part part, long at) {
        return labels.owner(CHAIN, part.address(), at);
    }

    private void countLabels(List<Part> inputs, List<Part> outputs, long at, Counts counts) {
        List<Part> labelled = new ArrayList<>(inputs);
        labelled.addAll(outputs);
        labelled.removeIf(part -> !labels.names(CHAIN, part.address()));
        if (!labelled.isEmpty()) {
            counts.touching++;
            counts.tooLate += labelled.stream().anyMatch(part -> owner(part, at).isKnown()) ? 0 : 1;
        }
    }
}
