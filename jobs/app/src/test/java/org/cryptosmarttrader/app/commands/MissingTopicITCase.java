package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.Ports;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.prediction.PredictionJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("A topic that is not as it should be")
class MissingTopicITCase {

    @TempDir
    Path folder;

    private Marketplace market;
    private Path out;

    @BeforeEach
    void an_archive_of_two_days() throws IOException {
        market = new Marketplace(folder);
        market.file("XBTUSD_60.csv", Marketplace.bars(48));
        assertThat(market.importsBars().exit()).isZero();
        out = folder.resolve("out");
    }

    private Answer replay(String bootstrap) {
        return Answer.to(
                "replay",
                "--archive",
                market.archive().toString(),
                "--from",
                "2021-03-15",
                "--until",
                "2021-03-16",
                "--out",
                out.toString(),
                "--bootstrap",
                bootstrap,
                "--topic-prefix",
                "a.");
    }

    @Test
    void is_missing_for_the_job() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            StringWriter err = new StringWriter();

            int exit = new CommandLine(new PredictionJob())
                    .setErr(new PrintWriter(err, true))
                    .execute(
                            "--conf",
                            Answer.home().resolve("conf").toString(),
                            "--feed",
                            "*/USD=kraken:bar:60m",
                            "--bootstrap",
                            broker.bootstrap(),
                            "--topic-prefix",
                            "nobody.",
                            "--out",
                            out.toUri().toString(),
                            "--run",
                            "test",
                            "--checkpoints",
                            folder.resolve("checkpoints").toUri().toString());

            assertThat(exit).isEqualTo(1);
            assertThat(err.toString())
                    .contains(
                            "kafka %s: topic nobody.events cannot be read (This server does not host this topic-partition.); start ingest, or name the broker with --bootstrap"
                                    .formatted(broker.bootstrap()));
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void is_there_already_before_a_replay() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            TopicAdmin.create(broker.bootstrap(), List.of("a.events"), 1);

            Answer answer = replay(broker.bootstrap());

            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.err())
                    .isEqualTo(
                            "kafka %s: topics [a.events] could not be created (Topic 'a.events' already exists.); remove it or choose another --topic-prefix\n"
                                    .formatted(broker.bootstrap()));
        }
    }

    @Test
    void has_no_broker() throws IOException {
        String nobody = "127.0.0.1:" + Ports.free();

        Answer answer = replay(nobody);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith("kafka %s: topics [a.events] could not be created (".formatted(nobody))
                .endsWith("); start a broker there or name another with --bootstrap\n");
    }
}
