package org.cryptosmarttrader.prediction.sinks.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.prediction.flow.RowMessage;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** One message per row. */
final class ToMessages extends RichFlatMapFunction<RowBatch, RowMessage> {

    private static final long serialVersionUID = 1L;

    private final String prefix;
    private final Map<String, RowSchema> schemas;
    private final long emitFrom;
    private transient Topics topics;
    private transient Map<String, RowCodec> codecs;

    ToMessages(Topics topics, Map<String, RowSchema> schemas, long emitFrom) {
        this.prefix = topics.prefix();
        this.schemas = schemas;
        this.emitFrom = emitFrom;
    }

    @Override
    public void open(OpenContext context) {
        topics = new Topics(prefix);
        codecs = new TreeMap<>();
    }

    @Override
    public void flatMap(RowBatch batch, Collector<RowMessage> out) {
        RowSchema schema = schemas.get(batch.dataset());
        RowCodec codec = codecs.computeIfAbsent(batch.dataset(), absent -> new RowCodec(schema));
        long[] decided = batch.longs(
                schema.indexOf(schema.has(Datasets.DECISION_AT) ? Datasets.DECISION_AT : schema.availableAt()));
        for (int row = 0; row < batch.rows(); row++) {
            if (decided[row] >= emitFrom) {
                out.collect(
                        new RowMessage(topics.of(batch.dataset()), codec.key(batch, row), codec.encode(batch, row)));
            }
        }
    }
}
