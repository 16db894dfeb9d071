package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Flink's command line says when it fails")
class FlinkCliTest {

    @Test
    void is_told_by_its_innermost_cause() {
        String said = """
                ------------------------------------------------------------
                 The program finished with the following exception:

                org.apache.flink.client.program.ProgramInvocationException: The main method caused an error
                \tat org.apache.flink.client.cli.CliFrontend.main(CliFrontend.java:1)
                Caused by: java.util.concurrent.ExecutionException: wrapped
                \t... 12 more
                Caused by: java.lang.IllegalStateException: kafka 127.0.0.1:1: topic events cannot be read
                \t... 14 more
                """;

        assertThat(FlinkCli.essence(said))
                .isEqualTo("java.lang.IllegalStateException: kafka 127.0.0.1:1: topic events cannot be read");
    }

    @Test
    void is_told_by_its_first_line_if_it_names_no_cause() {
        assertThat(FlinkCli.essence("\nCould not parse the job id.\n\tat somewhere\n"))
                .isEqualTo("Could not parse the job id.");
    }

    @Test
    void may_be_nothing() {
        assertThat(FlinkCli.essence("\n")).isEqualTo("it failed and said nothing");
    }
}
