package org.cryptosmarttrader.ingest.facts.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.features.index.FearGreed;
import org.cryptosmarttrader.features.index.FundingRate;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.wire.conf.ChainSettings;

/**
 * What was asked of an import, out of which a layout is made.
 *
 * @param source null for the format's own
 * @param labels null for none
 * @param asset canonical symbol; null if not stated
 * @param covers null if not stated
 * @param fetchedAt null if not stated
 */
public record ChainLayouts(
        ChainFormat format, String source, AddressLabels labels, String asset, Covers covers, Instant fetchedAt) {

    private static final String FUNDING_ASSET = "BTC";

    /** @throws IllegalArgumentException if something is missing or does not belong to the format; names every fault */
    public ChainLayouts {
        List<String> faults = new ArrayList<>();
        refuse(faults, labels != null && !format.isOfTransfers(), "--labels name owners of transfers");
        refuse(faults, covers != null && !format.isOfTransfers(), "--covers speaks of transfers");
        refuse(faults, asset != null && !format.isOfAnAsset(), "--asset belongs to coinmetrics and funding-daily");
        refuse(faults, asset != null && !asset.matches("[A-Z0-9]{1,20}"), "--asset expects a symbol such as BTC");
        boolean isReply = format == ChainFormat.KRAKEN_ASSETPAIRS;
        refuse(faults, fetchedAt != null && !isReply, "--fetched-at belongs to kraken-assetpairs");
        refuse(faults, fetchedAt == null && isReply, "--fetched-at is missing; a reply does not say when it was given");
        refuse(faults, source == null && format.source() == null, "--source is missing; nothing tells it");
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("%s: %s".formatted(format.label(), String.join("; ", faults)));
        }
        source = source == null ? format.source() : source;
        labels = labels == null ? AddressLabels.none() : labels;
    }

    private static void refuse(List<String> faults, boolean isWrong, String fault) {
        if (isWrong) {
            faults.add(fault);
        }
    }

    /** The layout. */
    public FactLayout layout(ChainSettings settings) {
        return switch (format) {
            case BTC_TRANSFERS ->
                new BtcTransfers(
                        source,
                        labels,
                        covers,
                        settings.transferDelay(BtcTransfers.CHAIN)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "conf/chain.yaml: transfers.chains has no bitcoin; add its row")));
            case COINMETRICS -> new CoinMetrics(source, asset, settings.coinMetrics(), settings.metricDelay());
            case FEAR_GREED -> new DailyValues(format, source, "fear_greed_index", "", FearGreed.METRIC);
            case FUNDING_DAILY ->
                new DailyValues(
                        format, source, "funding_rate", asset == null ? FUNDING_ASSET : asset, FundingRate.METRIC);
            case TRANSFERS_JSONL -> new Transfers(source, labels, covers, settings);
            case METRICS_CSV -> new MetricRows(source, settings.metricDelay());
            case LISTINGS_CSV -> new Listings(source);
            case KRAKEN_ASSETPAIRS -> new KrakenAssetPairs(source, fetchedAt.toEpochMilli());
        };
    }
}
