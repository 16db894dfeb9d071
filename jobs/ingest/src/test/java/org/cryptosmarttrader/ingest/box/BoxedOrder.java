package org.cryptosmarttrader.ingest.box;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An order as the venue keeps it, and what the market will do to it. Not thread-safe; the account's lock guards it. */
public final class BoxedOrder {

    final String txid;
    final String clOrdId;
    final String pair;
    final String type;
    final BigDecimal volume;
    final BigDecimal limit;
    final long openedAt;
    /** When nothing more happens to it, epoch milliseconds, unless it is cancelled before. */
    long endsAt;

    final List<Execution> executions = new ArrayList<>();

    /**
     * A part of it that was, or will be, executed.
     *
     * @param id the trade's
     * @param at epoch milliseconds
     * @param shownAt from when queries about trades know it; the order's volume does at once
     */
    public record Execution(String id, BigDecimal volume, BigDecimal price, BigDecimal fee, long at, long shownAt) {}

    BoxedOrder(
            String txid, String clOrdId, String pair, String type, BigDecimal volume, BigDecimal limit, long openedAt) {
        this.txid = txid;
        this.clOrdId = clOrdId;
        this.pair = pair;
        this.type = type;
        this.volume = volume;
        this.limit = limit;
        this.openedAt = openedAt;
        this.endsAt = openedAt;
    }

    public String clOrdId() {
        return clOrdId;
    }

    public BigDecimal volume() {
        return volume;
    }

    /** What was executed by an instant. */
    public List<Execution> executed(long now) {
        return executions.stream().filter(part -> part.at() <= now).toList();
    }

    /** The volume executed by an instant. */
    public BigDecimal executedVolume(long now) {
        return executed(now).stream().map(Execution::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isOpen(long now) {
        return now < endsAt;
    }

    /** Ends it now; what would have been executed later is not. */
    void cancel(long now) {
        if (isOpen(now)) {
            endsAt = now;
            executions.removeIf(part -> part.at() > now);
        }
    }

    private String status(long now) {
        if (isOpen(now)) {
            return "open";
        }
        return executedVolume(now).compareTo(volume) == 0 ? "closed" : "canceled";
    }

    /** As a member of a reply. */
    String json(long now, boolean withTrades) {
        StringBuilder ids = new StringBuilder();
        for (Execution part : executions) {
            if (withTrades && part.shownAt() <= now) {
                ids.append(ids.isEmpty() ? "" : ",")
                        .append('"')
                        .append(part.id())
                        .append('"');
            }
        }
        String time = BigDecimal.valueOf(openedAt, 3).toPlainString();
        return """
            "%s":{"refid":null,"userref":0,"cl_ord_id":"%s","status":"%s","opentm":%s,"descr":{"pair":"%s","type":"%s",\
            "ordertype":"limit","price":"%s","order":"%s %s %s @ limit %s"},"vol":"%s","vol_exec":"%s","trades":[%s]}\
            """.formatted(
                        txid,
                        clOrdId,
                        status(now),
                        time,
                        pair,
                        type,
                        limit,
                        type,
                        volume,
                        pair,
                        limit,
                        volume,
                        executedVolume(now).toPlainString(),
                        ids);
    }

    /** A part of it as a member of a reply. */
    String json(Execution part) {
        return """
            "%s":{"ordertxid":"%s","pair":"%s","time":%s,"type":"%s","ordertype":"limit","price":"%s","cost":"%s","fee":"%s",\
            "vol":"%s","margin":"0","misc":""}\
            """.formatted(
                        part.id(),
                        txid,
                        pair,
                        BigDecimal.valueOf(part.at(), 3).toPlainString(),
                        type,
                        part.price().toPlainString(),
                        part.price().multiply(part.volume()).toPlainString(),
                        part.fee().toPlainString(),
                        part.volume().toPlainString());
    }
}
