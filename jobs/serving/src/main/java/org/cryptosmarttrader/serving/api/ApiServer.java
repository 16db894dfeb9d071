package org.cryptosmarttrader.serving.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.Json;

/**
 * The API: each endpoint's answer as JSON, rows also as CSV or Parquet. An answer bears a tag that changes when the run has
 * grown, so that who has it is told that nothing changed.
 */
public final class ApiServer {

    static final Parameter LIMIT = Parameter.number("limit", 1, 5_000, "rows of a page");
    static final Parameter OFFSET = Parameter.number("offset", 0, 10_000_000, "rows passed over");
    static final Parameter FORMAT = Parameter.choice(
            "format", List.of("json", "csv", "parquet"), "form of the rows, instead of the Accept header");

    private static final int DEFAULT_LIMIT = 500;
    /** Some dozens of the largest pages. */
    private static final long MOST_BYTES_KEPT = 32L << 20;

    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String CSV = "text/csv";

    private final RunStore store;
    private final List<Endpoint> endpoints;
    private final Answers answers = new Answers(MOST_BYTES_KEPT);

    private ApiServer(RunStore store, List<Endpoint> endpoints) {
        this.store = store;
        this.endpoints = endpoints;
    }

    /**
     * Starts a server of the API alone.
     */
    public static HttpServer start(Served served, Listening listening) {
        return HttpServer.start(listening, config -> {}, app -> addTo(app, "", served));
    }

    /** Adds the API to a server below a path, e.g. {@code /api}. */
    public static void addTo(Javalin app, String prefix, Served served) {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.addAll(StatusEndpoints.all());
        endpoints.addAll(MarketEndpoints.all());
        endpoints.addAll(RecordedEndpoints.all());
        endpoints.addAll(PredictionEndpoints.all());
        endpoints.addAll(AccountEndpoints.all(served.store()));
        endpoints.addAll(ModelEndpoints.all(served.store()));
        endpoints.addAll(SourceEndpoints.all(served.ingestStatus()));
        endpoints.addAll(LogEndpoints.all(served.logs()));
        endpoints.addAll(RunEndpoints.all(served.runs()));
        endpoints.addAll(ExplainEndpoints.all(served.explainer()));
        endpoints.addAll(AuditEndpoints.all(served.certificate()));
        ApiServer api = new ApiServer(served.store(), List.copyOf(endpoints));
        for (Endpoint endpoint : api.endpoints) {
            app.get(prefix + endpoint.path(), context -> api.answer(endpoint, context));
        }
        app.sse(prefix + Growth.PATH, served.growth()::listen);
        String description = Json.pretty(OpenApi.of(api.endpoints));
        app.get(prefix + "/openapi.json", context -> context.contentType("application/json")
                .result(description));
    }

    private void answer(Endpoint endpoint, Context context) throws IOException, InterruptedException {
        Arguments arguments = given(endpoint, context);
        Snapshot snapshot = store.snapshot();
        context.header("Vary", "Accept");
        if (endpoint instanceof Endpoint.Rows rows) {
            answer(rows, snapshot, arguments, context);
        } else if (endpoint instanceof Endpoint.Document document) {
            String body = Json.write(Plain.of(document.work().answer(snapshot, arguments)));
            if (!isKnown(tag(body), context)) {
                context.contentType("application/json").result(body);
            }
        }
    }

    private void answer(Endpoint.Rows endpoint, Snapshot snapshot, Arguments arguments, Context context)
            throws IOException, InterruptedException {
        String format = format(arguments, context);
        String tag = tag(snapshot, context, format);
        if (isKnown(tag, context)) {
            return;
        }
        Optional<byte[]> kept = answers.of(tag);
        if (kept.isPresent()) {
            context.contentType("application/json").result(kept.get());
        } else {
            send(snapshot, endpoint.work().answer(snapshot, arguments), arguments, format, context);
        }
    }

    /** Names the answer; says that nothing changed to who has it. */
    private static boolean isKnown(String tag, Context context) {
        context.header("ETag", tag);
        context.header("Cache-Control", "no-cache");
        boolean isKnown = tag.equals(context.header("If-None-Match"));
        if (isKnown) {
            context.status(304);
        }
        return isKnown;
    }

    /** The parameters of a request, read; refuses what is none. */
    private static Arguments given(Endpoint endpoint, Context context) {
        Map<String, Object> given = new HashMap<>();
        Map<String, Parameter> known = new LinkedHashMap<>();
        for (Parameter parameter : OpenApi.parameters(endpoint)) {
            if (parameter.isInPath()) {
                given.put(parameter.name(), parameter.read(context.pathParam(parameter.name())));
            } else {
                known.put(parameter.name(), parameter);
            }
        }
        context.queryParamMap().forEach((name, words) -> {
            Parameter parameter = known.get(name);
            if (parameter == null) {
                throw Problem.badRequest("this takes the parameters %s and no others".formatted(known.keySet()));
            }
            if (words.size() != 1) {
                throw Problem.badRequest("%s: given %d times, expected once".formatted(name, words.size()));
            }
            given.put(name, parameter.read(words.get(0)));
        });
        return new Arguments(given);
    }

    private static String format(Arguments arguments, Context context) {
        String accepted = Optional.ofNullable(context.header("Accept")).orElse("");
        String byHeader = accepted.contains(CSV) ? "csv" : accepted.contains(PARQUET) ? "parquet" : "json";
        return Optional.ofNullable(arguments.text(FORMAT)).orElse(byHeader);
    }

    /** The rows of a run are the same as long as it has not grown. */
    private static String tag(Snapshot snapshot, Context context, String format) {
        String asked = "%s %d %s?%s %s"
                .formatted(
                        snapshot.manifest().run(),
                        snapshot.wholeUpTo(),
                        context.path(),
                        Optional.ofNullable(context.queryString()).orElse(""),
                        format);
        return tag(asked);
    }

    private static String tag(String text) {
        return "\"%s\""
                .formatted(Sha256.hex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 32));
    }

    private void send(Snapshot snapshot, Sql sql, Arguments arguments, String format, Context context)
            throws IOException, InterruptedException {
        int limit = arguments.number(LIMIT, DEFAULT_LIMIT);
        int offset = arguments.number(OFFSET, 0);
        // one more row than is sent shows whether there is a next page
        sql.add("LIMIT ? OFFSET ?", format.equals("json") ? limit + 1 : limit, offset);
        switch (format) {
            case "csv" -> csv(sql, context);
            case "parquet" -> parquet(sql, context);
            default -> {
                Page page = new Page(snapshot, limit, offset);
                store.read(sql, page);
                byte[] body = page.end();
                answers.keep(tag(snapshot, context, format), body);
                context.contentType("application/json").result(body);
            }
        }
    }

    private void csv(Sql sql, Context context) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            store.read(sql, (columns, values) -> {
                if (csv.getRecordCount() == 0) {
                    csv.printRecord(columns);
                }
                csv.printRecord(values);
            });
        }
        context.contentType(CSV + "; charset=utf-8").result(text.toString());
    }

    private void parquet(Sql sql, Context context) throws IOException, InterruptedException {
        Path file = Files.createTempFile("cst-answer", ".parquet");
        try {
            store.toParquet(sql, file);
            context.contentType(PARQUET)
                    .header("Content-Disposition", "attachment; filename=\"rows.parquet\"")
                    .result(Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }
}
