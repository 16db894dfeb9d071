package org.cryptosmarttrader.ingest.facts.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.wire.Json;

/**
 * A recorded reply of Kraken's AssetPairs: the pairs that traded when it was fetched. What has no {@code wsname}, is not
 * online or is no pair of currencies (tokenised shares) is left out and counted; replies without {@code status}, as Kraken
 * gave them before 2022, list what trades. A reply says nothing of pairs it does not hold.
 *
 * @param fetchedAt when the reply was received, epoch milliseconds
 */
record KrakenAssetPairs(String source, long fetchedAt) implements FactLayout {

    private static final String CURRENCY = "currency";

    @Override
    public String name() {
        return ChainFormat.KRAKEN_ASSETPAIRS.label();
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).replace("_", "").matches(".*assetpairs.*\\.json(\\.gz)?");
    }

    @Override
    public String reading() {
        return "fetched=" + fetchedAt;
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        JsonNode pairs = pairs(file);
        TreeSet<String> listed = new TreeSet<>();
        pairs.forEach(pair -> canonical(pair).ifPresent(listed::add));
        ChainFacts.When when = new ChainFacts.When(fetchedAt, fetchedAt, Availability.RECORDED, 0);
        listed.forEach(pair -> made.listing(when, pair, EventKind.LISTED));
        return new TreeMap<>(Map.of("left out", (long) pairs.size() - listed.size()));
    }

    private static JsonNode pairs(Received file) throws IOException, BadRow {
        try (InputStream content = file.content()) {
            JsonNode pairs = Json.mapper().readTree(content).path("result");
            if (pairs.isObject() && !pairs.isEmpty()) {
                return pairs;
            }
            throw new BadRow(Fault.UNREADABLE_FORMAT, "no reply of AssetPairs: its result holds no pairs");
        } catch (JsonProcessingException e) {
            throw new BadRow(Fault.UNREADABLE_FORMAT, "no whole JSON (%s)".formatted(e.getOriginalMessage()));
        } catch (CharConversionException e) {
            throw new BadRow(Fault.UNREADABLE_FORMAT, "no whole JSON (%s)".formatted(e.getMessage()));
        }
    }

    private static Optional<String> canonical(JsonNode pair) {
        boolean isTraded = pair.path("status").asText("online").equals("online");
        boolean isOfCurrencies = pair.path("aclass_base").asText(CURRENCY).equals(CURRENCY);
        return isTraded && isOfCurrencies && pair.hasNonNull("wsname")
                ? Symbols.plain().canonical(pair.get("wsname").asText())
                : Optional.empty();
    }
}
