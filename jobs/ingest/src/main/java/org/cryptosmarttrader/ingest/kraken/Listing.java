package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.ingest.net.SourceException;

/** One entry of AssetPairs, judged by the rule for tradable spot pairs. */
record Listing(String key, JsonNode entry) {

    private static final String DARK_POOL = ".d";
    private static final String ONLINE = "online";

    /** In these a pair is still listed: it trades under conditions, or will again. */
    private static final Set<String> RESTRICTED =
            Set.of("cancel_only", "post_only", "limit_only", "reduce_only", "maintenance");

    /** Digits behind the point; Ether has 18. */
    private static final int MOST_DIGITS = 20;

    /** Not followed; the message is the reason, the same for all of its kind. */
    static final class LeftOut extends Exception {
        private static final long serialVersionUID = 1L;

        LeftOut(String reason) {
            super(reason);
        }
    }

    /** The pair, whatever its status. */
    TradedPair pair(ListRules rules) throws LeftOut {
        require(!key.endsWith(DARK_POOL), "dark pool");
        requireText("aclass_base", "currency");
        require(
                entry.path("execution_venue").asText("international").equals("international"),
                "execution_venue is another");
        require(!rules.leftOutBases().contains(text("base")), "base is left out by configuration");
        String name = text("wsname");
        require(name.indexOf('/') > 0, "wsname is no pair of symbols");
        return new TradedPair(
                Symbols.plain().canonical(name).orElseThrow(() -> new LeftOut("wsname is no pair of symbols")),
                key,
                text("altname"),
                stream(name),
                positive("tick_size"),
                digits("lot_decimals"),
                positive("ordermin"),
                positive("costmin"));
    }

    /** Replies of before 2022 have no status: that is not known, not online. */
    void requireOnline() throws LeftOut {
        requireText("status", ONLINE);
    }

    boolean isRestricted() {
        return RESTRICTED.contains(entry.path("status").asText());
    }

    /** WebSocket v2 spells as v1 does, but for two old coins. */
    private static String stream(String name) {
        int slash = name.indexOf('/');
        return rename(name.substring(0, slash)) + "/" + rename(name.substring(slash + 1));
    }

    private static String rename(String asset) {
        return switch (asset) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> asset;
        };
    }

    private String text(String field) throws LeftOut {
        JsonNode value = entry.path(field);
        require(value.isTextual() && !value.asText().isBlank(), "%s is missing".formatted(field));
        return value.asText();
    }

    private void requireText(String field, String expected) throws LeftOut {
        String value = text(field);
        require(value.equals(expected), "%s is %s".formatted(field, value));
    }

    private BigDecimal positive(String field) throws LeftOut {
        require(entry.hasNonNull(field), "%s is missing".formatted(field));
        try {
            BigDecimal value = KrakenJson.decimal(entry.get(field), field);
            require(value.signum() > 0, "%s is not more than 0".formatted(field));
            return value;
        } catch (SourceException e) {
            throw new LeftOut("%s is no number".formatted(field));
        }
    }

    private int digits(String field) throws LeftOut {
        JsonNode value = entry.path(field);
        require(value.canConvertToInt() && value.isIntegralNumber(), "%s is missing".formatted(field));
        int digits = value.asInt();
        require(digits >= 0 && digits <= MOST_DIGITS, "%s is no number of digits".formatted(field));
        return digits;
    }

    private static void require(boolean holds, String otherwise) throws LeftOut {
        if (!holds) {
            throw new LeftOut(otherwise);
        }
    }
}
