package org.cryptosmarttrader.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.cryptosmarttrader.app.Marketplace.bars;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Beyond;
import org.cryptosmarttrader.statements.Outperforms;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A planned run")
class RunPlanTest {

    @TempDir
    Path folder;

    private Marketplace market;

    /** Bars from 2021-03-15 00:00 on; the last is known at 06:00:05 of the next day. */
    @BeforeEach
    void an_archive_of_thirty_hours() throws IOException {
        market = new Marketplace(folder);
        imported(30);
    }

    private void imported(int hours) throws IOException {
        market.file("XBTUSD_60.csv", bars(hours));
        assertThat(market.importsBars().exit()).isZero();
    }

    private RunPlan plan(String until) throws IOException {
        return plan(until, Map.of());
    }

    private RunPlan plan(String until, Map<String, String> overrides) throws IOException {
        Span span = new Span(Instant.parse("2021-03-15T12:00:00Z"), Instant.parse(until), Optional.empty());
        Configuration conf = Configuration.read(Answer.home().resolve("conf"), overrides);
        return RunPlan.of(conf, market.archive(), span, List.of(), RunPlan.Genesis.ARCHIVE);
    }

    private RunManifest manifest(String until) throws IOException {
        return plan(until).manifest("dataset", List.of(), "test");
    }

    @Test
    void names_the_archive_it_reads() throws IOException {
        RunManifest.ArchiveState state = manifest("2021-03-15T23:00:05Z").archive();

        assertThat(state.commit()).isEqualTo(1);
        assertThat(Instant.ofEpochMilli(state.endsAt())).isEqualTo("2021-03-16T06:00:05Z");
        assertThat(state.content()).hasSize(64);
    }

    @Test
    void refuses_sources_that_name_themselves_as_made_up_unless_gates_stay_shut() throws IOException {
        market = new Marketplace(folder.resolve("made-up")).file("XBTUSD_60.csv", bars(30));
        assertThat(market.importsBars("--source", "test-venue").exit()).isZero();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("2021-03-15T23:00:05Z"))
                .withMessageContaining("[test-venue:bar:60m], which name themselves as made up");
        RunPlan admitted = plan("2021-03-15T23:00:05Z", Map.of("sources.testInputs", "admitted"));
        assertThat(admitted.settings().judging().admitsTestInputs()).isTrue();
    }

    @Test
    void keeps_its_settings_and_which_of_them_the_command_named() throws IOException {
        Map<String, String> named = Map.of("gates.confidence.minimum", "0.9", "cst.ticks.grace", "7s");
        RunManifest manifest = plan("2021-03-15T23:00:05Z", named).manifest("dataset", List.of(), "test");

        assertThat(manifest.overrides())
                .containsExactly(entry("cst.ticks.grace", "7s"), entry("gates.confidence.minimum", "0.9"));
        assertThat(Json.mapper()
                        .readTree(manifest.settings())
                        .at("/grid/graceMillis")
                        .asLong())
                .isEqualTo(7_000);
        assertThat(Sha256.hex(Sha256.of(manifest.settings().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(manifest.configHash());
    }

    @Test
    void has_one_id_whether_a_setting_stands_in_conf_or_on_the_command_line() throws IOException {
        RunManifest said =
                plan("2021-03-15T23:00:05Z", Map.of("cst.ticks.interval", "1h")).manifest("dataset", List.of(), "test");

        assertThat(said.run()).isEqualTo(manifest("2021-03-15T23:00:05Z").run());
    }

    @Test
    void makes_the_statements_it_was_told_to_and_is_another_run_with_others() throws IOException {
        RunPlan two = plan("2021-03-15T23:00:05Z", Map.of("horizons.statements", "[outperforms, beyond_1.5]"));
        RunPlan none = plan("2021-03-15T23:00:05Z", Map.of("horizons.statements", "[]"));

        assertThat(two.settings().statements()).containsExactly(new Outperforms(), new Beyond(1.5));
        assertThat(none.settings().statements()).isEmpty();
        assertThat(two.manifest("dataset", List.of(), "test").settings())
                .contains("\"statements\":[\"outperforms\",\"beyond_1.5\"]");
        assertThat(two.identity(List.of(), List.of())).isNotEqualTo(none.identity(List.of(), List.of()));
    }

    @Test
    void is_another_run_where_an_account_is_switched_on_again() throws IOException {
        RunPlan plan = plan("2021-03-15T23:00:05Z");
        RunManifest.Rearming rearming = new RunManifest.Rearming("RESEARCH", "USD", 5);
        RunManifest rearmed = plan.manifest("replay", List.of(), List.of(rearming), "test");

        assertThat(rearmed.rearmed()).containsExactly(rearming);
        assertThat(rearmed.run())
                .isNotEqualTo(plan.manifest("replay", List.of(), "test").run());
    }

    @Test
    void is_read_also_where_it_kept_no_settings_yet() throws IOException {
        RunManifest manifest = manifest("2021-03-15T23:00:05Z");
        ObjectNode older = Json.mapper().valueToTree(manifest);
        older.remove(List.of("overrides", "settings"));

        RunManifest read = Json.read(older.toString(), RunManifest.class, "run.json");

        assertThat(read.overrides()).isEmpty();
        assertThat(read.settings()).isNull();
        assertThat(read.run()).isEqualTo(manifest.run());
    }

    @Test
    void has_the_same_content_when_the_archive_grows_behind_its_last_day() throws IOException {
        RunManifest before = manifest("2021-03-15T23:00:05Z");
        imported(48);
        RunManifest after = manifest("2021-03-15T23:00:05Z");

        assertThat(after.run()).isEqualTo(before.run());
        assertThat(after.archive().commit()).isEqualTo(2);
        assertThat(after.archive().content()).isEqualTo(before.archive().content());
    }

    @Test
    void has_another_content_and_the_same_id_when_its_last_day_grows() throws IOException {
        RunManifest before = manifest("2021-03-16T00:00:05Z");
        imported(48);
        RunManifest after = manifest("2021-03-16T00:00:05Z");

        assertThat(after.archive().content()).isNotEqualTo(before.archive().content());
        assertThat(after.run()).isEqualTo(before.run());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-16T06:00:05Z, false",
        "2021-03-16T07:00:04Z, false",
        "2021-03-16T07:00:05Z, true",
        "2021-04-01T00:00:00Z, true",
    })
    void is_cut_where_a_tick_asked_for_lies_behind_the_end_of_the_archive(String until, boolean isCut)
            throws IOException {
        RunManifest manifest = manifest(until);

        assertThat(Instant.ofEpochMilli(manifest.until())).isEqualTo("2021-03-16T06:00:05Z");
        assertThat(manifest.askedUntil()).isEqualTo(isCut ? Instant.parse(until).toEpochMilli() : null);
    }

    @Test
    void has_the_id_of_what_it_covers_not_of_what_was_asked() throws IOException {
        assertThat(manifest("2021-04-01T00:00:00Z").run())
                .isEqualTo(manifest("2021-03-16T06:00:05Z").run());
    }
}
