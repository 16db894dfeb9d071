package org.cryptosmarttrader.ingest.box;

import java.util.Comparator;
import java.util.List;

/**
 * A pair of the venue and all it ever trades.
 *
 * @param key e.g. {@code XXBTZUSD}
 * @param wsname e.g. {@code XBT/USD}
 * @param symbol in WebSocket v2, e.g. {@code BTC/USD}
 * @param tickSize e.g. {@code 0.1}
 * @param listedAt from when the venue knows it, epoch milliseconds
 * @param delistedAt from when the venue does not know it any more, epoch milliseconds
 * @param spells in which it is not just online
 * @param trades by id and time
 */
public record BoxedPair(
        String key,
        String wsname,
        String symbol,
        String tickSize,
        long listedAt,
        long delistedAt,
        List<Spell> spells,
        List<BoxedTrade> trades) {

    /**
     * A span of market time in which AssetPairs says something else.
     *
     * @param from epoch milliseconds
     * @param until epoch milliseconds
     * @param status e.g. {@code cancel_only}; empty if AssetPairs does not hold it
     */
    public record Spell(long from, long until, String status) {

        boolean holds(long now) {
            return from <= now && now < until;
        }
    }

    public BoxedPair {
        trades =
                trades.stream().sorted(Comparator.comparingLong(BoxedTrade::id)).toList();
        spells = List.copyOf(spells);
    }

    /** One that is there all the time, e.g. {@code BTC/USD}. */
    public static BoxedPair always(String symbol, List<BoxedTrade> trades) {
        String base = symbol.substring(0, symbol.indexOf('/'));
        String wsname = (base.equals("BTC") ? "XBT" : base) + "/USD";
        String key = base.equals("BTC") ? "XXBTZUSD" : base + "USD";
        return new BoxedPair(key, wsname, symbol, "0.01", Long.MIN_VALUE, Long.MAX_VALUE, List.of(), trades);
    }

    /** The same pair, known to the venue for a while only. */
    public BoxedPair between(long listed, long delisted) {
        return new BoxedPair(key, wsname, symbol, tickSize, listed, delisted, spells, trades);
    }

    /** The same pair, of which AssetPairs says otherwise now and then. */
    public BoxedPair in(Spell... some) {
        return new BoxedPair(key, wsname, symbol, tickSize, listedAt, delistedAt, List.of(some), trades);
    }

    String altname() {
        return wsname.replace("/", "");
    }

    boolean isKnown(long now) {
        return listedAt <= now && now < delistedAt;
    }

    /** Whether AssetPairs holds it. */
    boolean isShown(long now) {
        return isKnown(now) && !status(now).isEmpty();
    }

    private String status(long now) {
        return spells.stream()
                .filter(spell -> spell.holds(now))
                .findFirst()
                .map(Spell::status)
                .orElse("online");
    }

    /** As a member of AssetPairs. */
    String listing(long now) {
        return """
                "%s":{"altname":"%s","wsname":"%s","aclass_base":"currency","base":"%s","aclass_quote":"currency",\
                "quote":"ZUSD","lot":"unit","cost_decimals":5,"pair_decimals":5,"lot_decimals":8,"lot_multiplier":1,\
                "fees":[[0,0.4]],"fees_maker":[[0,0.25]],"ordermin":"0.00005","costmin":"0.5","tick_size":"%s","status":"%s"}""".formatted(key, altname(), wsname, wsname.substring(0, wsname.indexOf('/')), tickSize, status(now));
    }
}
