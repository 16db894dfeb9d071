package org.cryptosmarttrader.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sinks.kafka.KafkaSinks;
import org.cryptosmarttrader.prediction.sinks.parquet.EventRecorder;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stream graph")
class PredictionGraphTest {

    private static final GraphSettings SETTINGS = Settings.until(0);
    private static final RunOutput OUTPUT =
            new RunOutput("nowhere", "run", Datasets.all(SETTINGS.catalog()), 0, 0, Map.of());

    private final Collection<StreamNode> operators = operators(Sinks.all(List.of(
            new ParquetSink(OUTPUT),
            new EventRecorder(OUTPUT),
            new KafkaSinks("nowhere:9092", new Topics(""), OUTPUT.schemas(), 0))));

    private static Collection<StreamNode> operators(Sinks sinks) {
        ArchiveSpan span = new ArchiveSpan(List.of("nowhere"), List.of(), List.of(), 0, 1, SETTINGS.grid());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
        JobSettings.once(2).applyTo(env);
        new PredictionGraph(SETTINGS, new RunMark("run", ""), new ArchiveSource(span), sinks).addTo(env);
        return env.getStreamGraph(false).getStreamNodes();
    }

    @Test
    void has_a_stable_uid_on_every_operator_so_that_savepoints_fit_and_rescaling_works() {
        assertThat(operators).hasSizeGreaterThan(15).allSatisfy(operator -> assertThat(operator.getTransformationUID())
                .as("uid of %s", operator.getOperatorName())
                .isNotBlank());
        assertThat(operators.stream().map(StreamNode::getTransformationUID)).doesNotHaveDuplicates();
    }

    @Test
    void has_a_name_on_every_operator_that_says_what_it_does() {
        assertThat(operators.stream().map(StreamNode::getOperatorName))
                .allSatisfy(
                        name -> assertThat(name).matches(".*[a-z].*").doesNotMatch("(Filter|Map|Flat Map|Process)"));
    }

    @Test
    void records_events_only_where_a_recorder_is_handed_in() {
        assertThat(uids(operators))
                .contains("recorded", "recorded-sink", "recorded-sink: recorded-whole", "parquet-sink");
        assertThat(uids(operators(new ParquetSink(OUTPUT))))
                .contains("parquet-sink")
                .noneMatch(uid -> uid.contains("recorded"));
    }

    private static List<String> uids(Collection<StreamNode> operators) {
        return operators.stream().map(StreamNode::getTransformationUID).toList();
    }

    @Test
    void keeps_the_maximum_parallelism_of_the_first_run() {
        assertThat(JobSettings.once(1).configuration().toMap()).containsEntry("pipeline.max-parallelism", "128");
    }

    @Test
    void refuses_generic_serialization() {
        assertThat(JobSettings.once(1).configuration().toMap()).containsEntry("pipeline.generic-types", "false");
    }
}
