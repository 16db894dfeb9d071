package org.cryptosmarttrader.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.cryptosmarttrader.wire.ListeningSockets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Flink inside this process")
class LocalJobTest {

    private JobClient job;

    @BeforeEach
    void start() throws Exception {
        StreamExecutionEnvironment env = LocalJob.environment(JobSettings.once(1));
        env.fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
        job = env.executeAsync("without end");
    }

    @AfterEach
    void stop() throws Exception {
        job.cancel().get();
    }

    private static List<InetSocketAddress> listening() throws Exception {
        assumeTrue(ListeningSockets.areTold(), "where a process listens is read from /proc");
        return ListeningSockets.of(ProcessHandle.current().pid());
    }

    @Test
    void is_heard_on_this_machine_alone() throws Exception {
        assertThat(listening())
                .isNotEmpty()
                .extracting(InetSocketAddress::getAddress)
                .allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void has_a_page_that_takes_no_jar_and_cancels_no_job() throws Exception {
        int answered = 0;
        for (InetSocketAddress socket : listening()) {
            URI flink = URI.create("http://127.0.0.1:" + socket.getPort());
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest.Builder asked = HttpRequest.newBuilder(flink.resolve("/config"));
            HttpResponse<String> config;
            try {
                config = client.send(asked.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                // the blob server speaks another language
                continue;
            }
            answered++;
            assertThat(config.body()).contains("\"web-submit\":false", "\"web-cancel\":false", "\"web-rescale\":false");
            HttpRequest.Builder upload = HttpRequest.newBuilder(flink.resolve("/jars/upload"));
            assertThat(client.send(upload.POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(answered).isEqualTo(1);
    }
}
