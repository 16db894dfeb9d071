package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some twenty jobs, each begun and ended. */
@Tag("long")
@DisplayName("The benches, at a small size")
class BenchesITCase {

    private static final Contest ONCE = new Contest(0, 1);
    private static final int PAIRS = 2;
    private static final int DAYS = 47;

    @TempDir
    static Path folder;

    private static Load load;

    @BeforeAll
    static void generate() throws IOException {
        Path archive = folder.resolve("generated");
        new GeneratedArchive(PAIRS, TickGrid.HOUR, DAYS).write(archive);
        Path home = Path.of("../..");
        Configuration conf = Configuration.read(home.resolve("conf"), new TreeMap<>());
        Instant start = Instant.ofEpochMilli(GeneratedArchive.START);
        // the last bar becomes known at its tick, the grace behind midnight
        Instant end = start.plus(Duration.ofDays(DAYS)).plusMillis(conf.grid().graceMillis());
        Span span = new Span(start.plus(Duration.ofDays(38)), end, Optional.empty());
        RunPlan plan = RunPlan.of(conf, archive, span, List.of(), RunPlan.Genesis.MEMORY);
        load = new Load(plan, home.resolve("models"), folder, JobSettings.once(1), 0.02);
    }

    static List<String> names() {
        return Benches.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void find_the_same_result_on_every_way_and_a_speed_for_each(String name) throws Exception {
        Measurement found = Benches.measure(List.of(name), load, "generated", ONCE, line -> {})
                .measurements()
                .get(0);

        assertThat(found.bench()).isEqualTo(name);
        assertThat(found.units()).isPositive();
        assertThat(List.of(found.product(), found.loop(), found.flink())).allSatisfy(speed -> {
            assertThat(speed.unitsPerSecond()).isPositive();
            assertThat(speed.unitsPerCpuSecond()).isPositive();
        });
        assertThat(found.cpuPerLoop()).isPositive();
        assertThat(found.cpuPerFlink()).isPositive();
    }

    @Test
    void read_every_event_of_the_archive() throws Exception {
        long events = Archive.open(folder.resolve("generated")).coverage().stream()
                .mapToLong(pair -> pair.rows())
                .sum();

        Measurement found = Benches.measure(List.of("decode"), load, "generated", ONCE, line -> {})
                .measurements()
                .get(0);

        assertThat(found.units()).isEqualTo(events).isLessThan((long) PAIRS * DAYS * 24);
    }

    @Test
    void say_machine_versions_data_and_conditions_before_the_figures() throws Exception {
        List<String> told = new ArrayList<>();

        BenchReport report = Benches.measure(List.of("qlib"), load, "generated bars", ONCE, told::add);

        assertThat(told).contains("generated bars").element(0).asString().contains("cores", "GiB", "jvm=", "flink=");
        assertThat(report.machine().cores()).isPositive();
        assertThat(Json.write(report)).contains("\"cpuPerLoop\":", "\"data\":\"generated bars\"");
        // 800 symbols × 3,400 days, a fiftieth of each
        assertThat(report.measurements().get(0).units()).isEqualTo(16 * 68);
    }
}
