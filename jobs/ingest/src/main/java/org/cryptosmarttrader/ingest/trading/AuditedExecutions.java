package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.audit.AuditLog;

/** Writes each report to the audit log of trading, and hands it on. */
public final class AuditedExecutions implements ExecutionSink {

    private final AuditLog log;
    private final ExecutionSink next;

    /** @param next where reports are safe, first; what is only in the log counts as not reported */
    public AuditedExecutions(AuditLog log, ExecutionSink next) {
        this.log = log;
        this.next = next;
    }

    @Override
    public void report(List<ExecutionReport> reports) throws IOException, InterruptedException {
        next.report(reports);
        for (ExecutionReport report : reports) {
            SortedMap<String, Object> details = new TreeMap<>();
            details.put("id", report.id());
            details.put("number", report.number());
            details.put("pair", report.pair());
            details.put("side", report.side().name());
            details.put("outcome", report.outcome().name());
            details.put("quantity", report.quantity().toPlainString());
            details.put("fee", report.fee().toPlainString());
            details.put("time", report.time());
            details.put("cause", report.cause());
            if (report.price() != null) {
                details.put("price", report.price().toPlainString());
            }
            log.add("execution", details);
        }
    }
}
