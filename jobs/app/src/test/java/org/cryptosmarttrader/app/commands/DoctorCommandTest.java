package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.Ports;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst doctor")
class DoctorCommandTest {

    private static final List<BoxedPair> PAIRS =
            List.of(BoxedPair.always("BTC/USD", List.of(new BoxedTrade(1, 1, "1", "1", 'b'))));

    @TempDir
    Path data;

    private static int free() {
        try {
            return Ports.free();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer doctor(String rest, int port, String tolerance) {
        return Answer.to(
                "doctor",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--pages-port",
                Integer.toString(free()),
                "--api-port",
                Integer.toString(free()),
                "--metrics-port",
                Integer.toString(free()),
                "--set",
                "ingest.kraken.rest=" + rest,
                "--set",
                "ingest.kraken.attempts=1",
                "--set",
                "ingest.clock.tolerance=" + tolerance,
                "--json");
    }

    private static String state(Answer answer, String subject) throws IOException {
        List<String> states = new ArrayList<>();
        for (JsonNode finding : answer.json()) {
            if (finding.get("subject").asText().equals(subject)) {
                states.add(finding.get("state").asText());
            }
        }
        assertThat(states).as("%s in %s", subject, answer.out()).hasSize(1);
        return states.get(0);
    }

    @Test
    void finds_a_machine_fine_whose_clock_is_the_venue_s() throws IOException {
        try (BoxedVenue venue = new BoxedVenue(PAIRS, FaultPlan.none(), System.currentTimeMillis())) {
            Answer answer = doctor(venue.http().toString(), Ports.free(), "1h");

            assertThat(answer.exit()).as(answer.out()).isZero();
            assertThat(state(answer, "clock")).isEqualTo("FINE");
            assertThat(state(answer, "port")).isEqualTo("FINE");
            assertThat(state(answer, "data")).isEqualTo("FINE");
        }
    }

    @Test
    void finds_a_clock_bad_that_is_a_day_apart() throws IOException {
        try (BoxedVenue venue = new BoxedVenue(PAIRS, FaultPlan.none(), System.currentTimeMillis() - 86_400_000)) {
            Answer answer = doctor(venue.http().toString(), Ports.free(), "2s");

            assertThat(answer.exit()).isEqualTo(1);
            assertThat(state(answer, "clock")).isEqualTo("BAD");
            assertThat(answer.out()).contains("set the clock");
        }
    }

    @Test
    void finds_a_port_bad_that_is_taken_and_the_rest_none_the_worse_for_a_venue_that_is_away() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = doctor("http://127.0.0.1:1", taken.getLocalPort(), "2s");

            assertThat(answer.exit()).isEqualTo(1);
            assertThat(state(answer, "port")).isEqualTo("BAD");
            assertThat(state(answer, "venue")).isEqualTo("LIMITED");
            assertThat(answer.out()).contains("check the network");
        }
    }

    @Test
    void finds_a_key_bad_that_others_may_read_and_does_not_say_it() throws IOException {
        Path key = Files.createDirectories(data.resolve("secrets")).resolve("ETHERSCAN_KEY");
        Files.writeString(key, "s3cr3t");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Answer answer = doctor("http://127.0.0.1:1", Ports.free(), "2s");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(state(answer, "ETHERSCAN_KEY")).isEqualTo("BAD");
        assertThat(answer.out() + answer.err()).contains("chmod 600").doesNotContain("s3cr3t");
    }
}
