package org.cryptosmarttrader.ingest.facts.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.ingest.files.TimeColumn;
import org.cryptosmarttrader.wire.conf.ChainSettings;

/**
 * Transfers of any chain, one JSON object a line, and their retractions.
 *
 * @param covers null if nothing is said about completeness; it then holds of every chain a file names
 */
record Transfers(String source, AddressLabels labels, Covers covers, ChainSettings settings) implements FactLayout {

    /** The times of a file, each kind of which may be written in a unit of its own. */
    private record Times(TimeColumn block, TimeColumn receipt, TimeColumn retraction) {}

    @Override
    public String name() {
        return ChainFormat.TRANSFERS_JSONL.label();
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
        return "%s delays=%s covers=%s".formatted(labels.reading(), settings.transferDelays(), covers);
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        Times times = new Times(new TimeColumn(), new TimeColumn(), new TimeColumn());
        TreeSet<String> chains = new TreeSet<>();
        JsonRows.read(file, badRows, (row, line) -> {
            take(row, line, times, made);
            chains.add(JsonRows.text(row, "chain"));
        });
        if (covers != null) {
            chains.forEach(chain -> made.listened(covers, chain));
        }
        return new TreeMap<>();
    }

    private void take(JsonNode row, long line, Times times, ChainFacts made) throws BadRow {
        String chain = matching(row, "chain", "[a-z0-9-]{1,32}");
        String id = JsonRows.text(row, "id");
        String asset = matching(row, "asset", "[A-Z0-9]{1,20}");
        double amount = amount(row);
        ChainFacts.When when = when(row, line, chain, times);
        Owner from = owner(row, "from", chain, when.availableAt());
        Owner to = owner(row, "to", chain, when.availableAt());
        Optional<ChainFacts.When> retracted = retracted(row, line, when, times);
        made.transfer(when, new TransferFact(chain, id, asset, amount, from, to));
        retracted.ifPresent(at -> made.retract(at, chain, id));
    }

    private static String matching(JsonNode row, String name, String form) throws BadRow {
        String text = JsonRows.text(row, name);
        if (!text.matches(form)) {
            throw new BadRow(Fault.UNKNOWN_VALUE, "%s is '%s', expected %s".formatted(name, text, form));
        }
        return text;
    }

    private static double amount(JsonNode row) throws BadRow {
        BigDecimal amount = JsonRows.amount(row, "amount");
        if (amount.signum() == 0) {
            throw new BadRow(Fault.AMOUNT, "amount is %s, expected more than 0".formatted(amount));
        }
        return amount.doubleValue();
    }

    private ChainFacts.When when(JsonNode row, long line, String chain, Times times) throws BadRow {
        long blockTime = times.block().millis(JsonRows.text(row, "block_time"));
        Optional<String> received = JsonRows.optional(row, "received_at");
        if (received.isPresent()) {
            long receivedAt = times.receipt().millis(received.get());
            if (receivedAt < blockTime - MemoryRules.MAX_SKEW_MILLIS) {
                throw new BadRow(
                        Fault.TIME,
                        "received_at %s lies before block_time %s"
                                .formatted(received.get(), JsonRows.text(row, "block_time")));
            }
            return new ChainFacts.When(blockTime, Math.max(receivedAt, blockTime), Availability.RECORDED, line);
        }
        long delay = settings.transferDelay(chain)
                .orElseThrow(() -> new BadRow(
                        Fault.UNKNOWN_VALUE,
                        "no received_at, and conf/chain.yaml says of the chain '%s' not how long a transfer takes"
                                .formatted(chain)));
        return new ChainFacts.When(blockTime, blockTime + delay, Availability.ASSIGNED, line);
    }

    /** The owner as stated, or else as labelled. */
    private Owner owner(JsonNode row, String side, String chain, long at) {
        Optional<String> entity = JsonRows.optional(row, side + "_entity");
        if (entity.isPresent()) {
            return new Owner(
                    entity.get(), JsonRows.optional(row, side + "_kind").orElse(EventKind.UNKNOWN));
        }
        return JsonRows.optional(row, side + "_address")
                .map(address -> labels.owner(chain, address, at))
                .orElse(Owner.UNKNOWN);
    }

    private static Optional<ChainFacts.When> retracted(JsonNode row, long line, ChainFacts.When transfer, Times times)
            throws BadRow {
        Optional<String> retracted = JsonRows.optional(row, "retracted_at");
        if (retracted.isEmpty()) {
            return Optional.empty();
        }
        long at = times.retraction().millis(retracted.get());
        if (at < transfer.availableAt()) {
            throw new BadRow(
                    Fault.TIME, "retracted_at %s lies before the transfer was known".formatted(retracted.get()));
        }
        return Optional.of(new ChainFacts.When(at, at, Availability.RECORDED, line));
    }
}
