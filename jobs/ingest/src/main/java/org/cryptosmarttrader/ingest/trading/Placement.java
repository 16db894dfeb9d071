package org.cryptosmarttrader.ingest.trading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the one call that places an order came to.
 *
 * @param result how it ended
 * @param txid the venue's name of the order if it was accepted, else empty
 * @param says the venue's words, or the transport's; empty if it was accepted
 */
record Placement(Result result, String txid, String says) {

    enum Result {
        /** It stands, or stood, at the venue; or would, if it was to be checked only. */
        ACCEPTED,
        /** The venue said no: it never stood there. */
        REJECTED,
        /** Nobody can tell. It is looked for and never sent again. */
        UNKNOWN
    }

    /**
     * Errors after which an order surely does not stand. An invalid nonce is none of them: what was refused may be a repetition by
     * somebody between, of an order that was accepted.
     */
    private static final List<String> SURE = List.of(
            "EOrder:",
            "ETrade:",
            "EFunding:",
            "EQuery:",
            "EAccount:",
            "EAuth:",
            "EBM:",
            "EGeneral:Permission denied",
            "EGeneral:Invalid arguments",
            "EGeneral:Unknown method",
            "EGeneral:Temporary lockout",
            "EGeneral:Too many requests",
            "EAPI:Invalid key",
            "EAPI:Invalid signature",
            "EAPI:Rate limit exceeded",
            "EService:Throttled",
            "EService:Market in ",
            "EService:Deadline elapsed");

    static Placement unknown(String says) {
        return new Placement(Result.UNKNOWN, "", says);
    }

    /** @param isCheck whether it was to be checked only; then there is no txid */
    static Placement of(JsonNode envelope, boolean isCheck) {
        JsonNode errors = envelope.path("error");
        if (!errors.isArray()) {
            return unknown("a reply without error and result");
        }
        for (JsonNode error : errors) {
            String text = error.asText();
            if (!text.startsWith("W")) {
                boolean isSure = SURE.stream().anyMatch(text::startsWith);
                return new Placement(isSure ? Result.REJECTED : Result.UNKNOWN, "", text);
            }
        }
        String txid = envelope.path("result").path("txid").path(0).asText();
        boolean isWhole = isCheck ? envelope.hasNonNull("result") : !txid.isBlank();
        return isWhole ? new Placement(Result.ACCEPTED, txid, "") : unknown("a reply without the order's txid");
    }
}
