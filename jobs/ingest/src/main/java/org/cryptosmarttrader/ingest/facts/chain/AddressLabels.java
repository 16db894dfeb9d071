package org.cryptosmarttrader.ingest.facts.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.chain.AddressFault;
import org.cryptosmarttrader.chain.BitcoinAddress;
import org.cryptosmarttrader.chain.EthereumAddress;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.ImportException;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Instants;

/**
 * Who holds which address, as a list of labels says, from when the list was known. Labels on texts that cannot be addresses
 * are refused; of two that contradict each other, the first is believed.
 */
public final class AddressLabels {

    /** The chain of a label that names none. */
    private static final String DEFAULT_CHAIN = BtcTransfers.CHAIN;

    private static final String DEFAULT_KIND = "exchange";

    private final SortedMap<String, Owner> owners = new TreeMap<>();
    private final SortedMap<String, List<String>> refused = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<byte[]> file;
    private final long knownAt;

    private AddressLabels(List<byte[]> file, long knownAt) {
        this.file = file;
        this.knownAt = knownAt;
    }

    /** No labels: every owner is unknown. */
    public static AddressLabels none() {
        return new AddressLabels(List.of(), Long.MAX_VALUE);
    }

    /**
     * Reads a list: {@code {"meta": {"last_updated": day}, "addresses": [{"address", "label", "kind"?, "chain"?}]}}.
     *
     * @param knownAt from when the labels may be used; null for the end of the day the list says it was last updated
     * @throws ImportException if it cannot be read or does not say since when it is known
     */
    public static AddressLabels read(Path file, Instant knownAt) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException(Fault.UNREADABLE, "%s: no such file of labels".formatted(file));
        }
        JsonNode list = Json.read(file, JsonNode.class);
        if (!list.path("addresses").isArray()) {
            throw new ImportException(Fault.UNREADABLE_FORMAT, "%s: has no list 'addresses'".formatted(file));
        }
        long known = knownAt == null ? lastUpdated(file, list) : knownAt.toEpochMilli();
        AddressLabels labels = new AddressLabels(List.of(Files.readAllBytes(file)), known);
        list.get("addresses").forEach(labels::add);
        return labels;
    }

    /** An instant as it is; a day means its end, since nobody could know the list's last line before. */
    private static long lastUpdated(Path file, JsonNode list) throws ImportException {
        String updated = list.at("/meta/last_updated").asText();
        try {
            return updated.length() > "2026-02-18".length()
                    ? Instants.parse(updated).orElseThrow().toEpochMilli()
                    : Days.end(updated);
        } catch (BadRow | NoSuchElementException e) {
            throw new ImportException(
                    Fault.TIME,
                    "%s: meta.last_updated is '%s', so nothing says since when the labels are known"
                            .formatted(file, updated),
                    "or state it with --labels-known-at");
        }
    }

    private void add(JsonNode label) {
        String address = label.path("address").asText();
        String chain = label.path("chain").asText(DEFAULT_CHAIN);
        Owner owner = new Owner(label.path("label").asText(), label.path("kind").asText(DEFAULT_KIND));
        String shown = "%s (%s)".formatted(address, owner.entity());
        Optional<String> fault = owner.entity().isBlank() ? Optional.of("NO_LABEL") : fault(chain, address);
        if (fault.isPresent()) {
            refused.computeIfAbsent(fault.get(), absent -> new ArrayList<>()).add(shown);
            return;
        }
        Owner before = owners.putIfAbsent(key(chain, address), owner);
        if (before != null && !before.equals(owner)) {
            contradictions.add("%s after %s".formatted(shown, before.entity()));
        }
    }

    private static Optional<String> fault(String chain, String address) {
        return switch (chain) {
            case "bitcoin" -> BitcoinAddress.fault(address).map(AddressFault::name);
            case "ethereum" -> EthereumAddress.fault(address).map(AddressFault::name);
            default -> Optional.of("UNKNOWN_CHAIN");
        };
    }

    /** Base58 tells upper from lower case, Bech32 and hexadecimal digits do not. */
    private static String key(String chain, String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return chain + " " + (lower.startsWith("bc1") || lower.startsWith("0x") ? lower : address);
    }

    /** Whether an address has a label, known by then or not. */
    boolean names(String chain, String address) {
        return owners.containsKey(key(chain, address));
    }

    /** Who held an address as far as it was known at an instant. */
    public Owner owner(String chain, String address, long at) {
        return knownAt <= at ? owners.getOrDefault(key(chain, address), Owner.UNKNOWN) : Owner.UNKNOWN;
    }

    /** The labelled addresses of a chain, known by now or not, in order. */
    public List<String> addresses(String chain) {
        String prefix = chain + " ";
        return owners.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /** Bytes of the list as received; none if there is no list. */
    List<byte[]> file() {
        return file;
    }

    /** Number of labels taken. */
    public int taken() {
        return owners.size();
    }

    /** The labels refused, by reason. */
    public Map<String, List<String>> refused() {
        return refused;
    }

    String reading() {
        String hash = file.isEmpty() ? "none" : Sha256.hex(Sha256.of(file.get(0)));
        return "labels=%s known=%d".formatted(hash, knownAt);
    }

    /** To be read; empty without a list. */
    public String text() {
        if (knownAt == Long.MAX_VALUE) {
            return "";
        }
        int faults = refused.values().stream().mapToInt(List::size).sum();
        StringBuilder text = new StringBuilder("labels: %,d taken, used from %s on; %,d refused\n"
                .formatted(owners.size(), Instant.ofEpochMilli(knownAt), faults));
        refused.forEach((reason, labels) -> text.append(
                "labels refused, %s: %d: %s\n".formatted(reason, labels.size(), String.join(", ", labels))));
        if (!contradictions.isEmpty()) {
            text.append("labels left out, another one came first: %s\n".formatted(String.join(", ", contradictions)));
        }
        return text.toString();
    }
}
