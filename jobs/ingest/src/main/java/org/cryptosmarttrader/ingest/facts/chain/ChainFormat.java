package org.cryptosmarttrader.ingest.facts.chain;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layouts of files about chains and of what is published by the day. */
public enum ChainFormat {
    BTC_TRANSFERS("btc-transfers"),
    COINMETRICS("coinmetrics"),
    FEAR_GREED("fear-greed"),
    FUNDING_DAILY("funding-daily"),
    TRANSFERS_JSONL(null),
    METRICS_CSV(null),
    LISTINGS_CSV(null),
    KRAKEN_ASSETPAIRS("kraken");

    private final String source;

    ChainFormat(String source) {
        this.source = source;
    }

    /** As it is written, e.g. {@code btc-transfers}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Id of the source of its files; null if they may come from anywhere. */
    public String source() {
        return source;
    }

    boolean isOfTransfers() {
        return this == BTC_TRANSFERS || this == TRANSFERS_JSONL;
    }

    boolean isOfAnAsset() {
        return this == COINMETRICS || this == FUNDING_DAILY;
    }

    /** @throws IllegalArgumentException if there is no such format */
    public static ChainFormat parse(String label) {
        return Stream.of(values())
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format '%s' is unknown, expected %s"
                        .formatted(
                                label,
                                Stream.of(values()).map(ChainFormat::label).collect(Collectors.joining(", ")))));
    }
}
