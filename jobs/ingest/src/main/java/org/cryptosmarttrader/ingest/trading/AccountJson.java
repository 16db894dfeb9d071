package org.cryptosmarttrader.ingest.trading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.ingest.kraken.KrakenJson;
import org.cryptosmarttrader.ingest.net.SourceException;

/** Orders and trades of the account as Kraken spells them. */
final class AccountJson {

    private AccountJson() {}

    static List<VenueOrder> orders(JsonNode result, String member) throws SourceException {
        if (!result.path(member).isObject()) {
            throw SourceException.retry("kraken: the result has no %s".formatted(member));
        }
        return orders(result.path(member));
    }

    static List<VenueOrder> orders(JsonNode byTxid) throws SourceException {
        List<VenueOrder> orders = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : byTxid.properties()) {
            JsonNode order = member.getValue();
            List<String> trades = new ArrayList<>();
            order.path("trades").forEach(id -> trades.add(id.asText()));
            orders.add(new VenueOrder(
                    member.getKey(),
                    order.path("cl_ord_id").asText(""),
                    order.path("status").asText(),
                    KrakenJson.notNegative(order.get("vol_exec"), "vol_exec of order " + member.getKey()),
                    trades,
                    order.path("descr").path("order").asText(),
                    order.path("reason").asText("")));
        }
        return orders;
    }

    static List<VenueTrade> trades(JsonNode byId) throws SourceException {
        List<VenueTrade> trades = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : byId.properties()) {
            JsonNode trade = member.getValue();
            String what = " of trade " + member.getKey();
            trades.add(new VenueTrade(
                    member.getKey(),
                    trade.path("ordertxid").asText(),
                    KrakenJson.positive(trade.get("vol"), "vol" + what),
                    KrakenJson.positive(trade.get("price"), "price" + what),
                    KrakenJson.decimal(trade.get("fee"), "fee" + what),
                    KrakenJson.positive(trade.get("time"), "time" + what)
                            .movePointRight(3)
                            .longValue()));
        }
        return trades;
    }
}
