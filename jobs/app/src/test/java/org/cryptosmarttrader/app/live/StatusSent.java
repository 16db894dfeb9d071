package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.cluster.SentRows;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** The status the graph sends, beside what the API says of it. */
final class StatusSent {

    private static final RowSchema ROWS = Datasets.STATUS;

    private StatusSent() {}

    /**
     * Asserts that {@code /gates} says every value of the last rows sent, and {@code /status} what {@code cst status} makes of them.
     *
     * @return number of values compared
     */
    static int requireSaid(String bootstrap, int apiPort, Path run) throws IOException, InterruptedException {
        List<RowBatch> last = last(bootstrap);
        JsonNode gates = get(apiPort, "/gates").get("items");
        assertThat(gates).hasSize(last.size());
        int compared = 0;
        for (RowBatch row : last) {
            String horizon = row.strings(ROWS.indexOf(Datasets.HORIZON))[0];
            JsonNode said = null;
            for (JsonNode item : gates) {
                said = item.get("horizon").asText().equals(horizon) ? item : said;
            }
            assertThat(said).as(horizon).isNotNull();
            for (int column = 0; column < ROWS.width(); column++) {
                ColumnSpec spec = ROWS.columns().get(column);
                assertThat(said.get(spec.name()))
                        .as("%s of %s", spec.name(), horizon)
                        .isEqualTo(sent(spec, row.value(0, column)));
                compared++;
            }
        }
        ObjectNode status = (ObjectNode) get(apiPort, "/status");
        assertThat(status.remove("at").asText())
                .isEqualTo(Instant.ofEpochMilli(tick(last.get(0))).toString());
        Answer answer = Answer.to("status", "--out", run.toString(), "--json");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(status).isEqualTo(answer.json());
        return compared + status.size();
    }

    private static List<RowBatch> last(String bootstrap) throws IOException {
        RowCodec codec = new RowCodec(ROWS);
        List<RowBatch> last = new ArrayList<>();
        try (SentRows sent = new SentRows(bootstrap, "cst.status")) {
            for (byte[] message : sent.byKey().values()) {
                RowBatch row = codec.decode(message);
                if (!last.isEmpty() && tick(row) > tick(last.get(0))) {
                    last.clear();
                }
                if (last.isEmpty() || tick(row) == tick(last.get(0))) {
                    last.add(row);
                }
            }
        }
        return last;
    }

    private static long tick(RowBatch row) {
        return row.longs(ROWS.indexOf(Datasets.DECISION_AT))[0];
    }

    /** A value as JSON has it once it was written and read. */
    private static JsonNode sent(ColumnSpec spec, Object value) throws IOException {
        Object plain = value;
        if (spec.sqlType().startsWith("TIMESTAMP")) {
            plain = Instant.ofEpochMilli((long) value).toString();
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            plain = null;
        }
        return Json.mapper().readTree(Json.mapper().writeValueAsString(plain));
    }

    private static JsonNode get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return Json.mapper().readTree(body);
    }
}
