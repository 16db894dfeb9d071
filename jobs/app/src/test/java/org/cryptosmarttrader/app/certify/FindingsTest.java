package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings over an archive of 30 bars of one pair. */
@DisplayName("What the checks found")
class FindingsTest {

    private static final List<Check> OF_COLUMNS = List.of(Check.PREFIX, Check.POISON, Check.START, Check.ORDER);

    @TempDir
    static Path folder;

    private static RunPlan plan;

    private final ColumnTally good = tally("good", 1_000);
    private final ColumnTally scarce = tally("scarce", 999);
    private final List<ColumnTally> columns = new ArrayList<>(List.of(good, scarce));
    private final List<ColumnTally> models = new ArrayList<>();
    private final Map<Check, Integer> runs = new EnumMap<>(Map.of(Check.PREFIX, 2, Check.ORDER, 1));
    private Certificate.Availability events = new Certificate.Availability(
            "all", 30, new TreeMap<>(Map.of("kraken-ohlcvt", 30L)), new TreeMap<>(), 0, List.of());

    @BeforeAll
    static void a_plan_over_a_day() throws IOException {
        Marketplace market = new Marketplace(folder).file("XBTUSD_60.csv", Marketplace.bars(30));
        assertThat(market.importsBars().exit()).isZero();
        plan = RunPlan.of(
                Configuration.read(Answer.home().resolve("conf"), Map.of()),
                market.archive(),
                new Span(
                        Instant.parse("2021-03-15T01:00:00Z"), Instant.parse("2021-03-16T01:00:00Z"), Optional.empty()),
                List.of(),
                RunPlan.Genesis.MEMORY);
    }

    @BeforeEach
    void labels_that_matured_in_time() {
        good.compared(Check.MATURITY, 1, 1);
    }

    private static ColumnTally tally(String name, long finite) {
        ColumnTally tally = new ColumnTally("features", name);
        tally.finite(finite);
        OF_COLUMNS.forEach(check -> tally.compared(check, 10, 5));
        return tally;
    }

    private Certificate certificate() {
        TreeMap<Long, String> cuts = new TreeMap<>(Map.of(SomeRows.at(4), "drawn"));
        return new Findings(
                        plan,
                        new CertifySettings(1, 3),
                        new Origins(events, new TreeMap<>(), 0, List.of()),
                        cuts,
                        columns,
                        models,
                        runs)
                .certificate(List.of(new Comparison(
                        SomeRows.features().row(1, 0.1).row(2, 0.2).index())));
    }

    private static Certificate.Accusation accusation(Check check) {
        return new Certificate.Accusation(check.name(), "features", "good", "BTC/USD", "", "", "1.0", "2.0", "a cut");
    }

    @Test
    void are_clean_if_nothing_differs_though_a_column_is_untested() {
        Certificate certificate = certificate();

        assertThat(certificate.verdict()).isEqualTo(Certificate.CLEAN);
        assertThat(certificate.accused()).isEmpty();
        assertThat(certificate.untested()).containsExactly("scarce");
        assertThat(certificate.column())
                .extracting(Certificate.Column::verdict)
                .containsExactly(Certificate.CLEAN, Certificate.UNTESTED);
    }

    @Test
    void accuse_by_one_column() {
        scarce.accuse(Check.POISON, () -> accusation(Check.POISON));

        Certificate certificate = certificate();

        assertThat(certificate.verdict()).isEqualTo(Certificate.ACCUSED);
        assertThat(certificate.accused()).containsExactly("scarce");
        assertThat(certificate.untested()).isEmpty();
        assertThat(certificate.checks().get("POISON").accused()).isEqualTo(1);
        assertThat(certificate.checks().get("PREFIX").accused()).isZero();
    }

    @Test
    void accuse_by_one_event() {
        events = new Certificate.Availability("all", 30, events.derived(), events.underived(), 1, List.of());

        assertThat(certificate().verdict()).isEqualTo(Certificate.ACCUSED);
        assertThat(certificate().checks().get("AVAILABILITY").accused()).isEqualTo(1);
    }

    @Test
    void accuse_by_one_model() {
        ColumnTally model = ColumnTally.ofModel("models", "1h");
        model.finite(1);
        model.compared(Check.TRAINER, 1, 1);
        model.accuse(Check.TRAINER, () -> accusation(Check.TRAINER));
        models.add(model);

        assertThat(certificate().verdict()).isEqualTo(Certificate.ACCUSED);
        assertThat(certificate().accused()).containsExactly("models.1h");
    }

    @Test
    void are_not_clean_if_a_check_met_no_finite_value() {
        columns.clear();
        ColumnTally silent = tally("silent", 1_000);
        silent.compared(Check.MATURITY, 5, 0);
        columns.add(silent);

        assertThat(certificate().verdict()).isEqualTo(Certificate.NOTHING_COMPARED);
    }

    @Test
    void are_not_clean_if_no_event_could_be_looked_up() {
        events = new Certificate.Availability(
                "all", 30, new TreeMap<>(), new TreeMap<>(Map.of("no raw payload in the archive", 30L)), 0, List.of());

        assertThat(certificate().verdict()).isEqualTo(Certificate.NOTHING_COMPARED);
    }

    @Test
    void do_not_count_a_training_that_was_impossible_against_the_rest() {
        Certificate.CheckResult trainer = certificate().checks().get("TRAINER");

        assertThat(trainer.compared()).isZero();
        assertThat(trainer.reason()).isEqualTo("too few labels matured in the span to train a model");
    }

    @Test
    void count_by_check_what_all_columns_compared() {
        Certificate.CheckResult prefix = certificate().checks().get("PREFIX");

        assertThat(prefix).isEqualTo(new Certificate.CheckResult(Check.PREFIX.promise(), 2, 20, 10, 0, null));
        assertThat(certificate().checks()).hasSameSizeAs(Check.values());
    }

    @Test
    void name_what_they_speak_of() {
        Certificate certificate = certificate();

        assertThat(certificate.columns()).isEqualTo(2);
        assertThat(certificate.ticks()).isEqualTo(24);
        assertThat(certificate.from()).isEqualTo("2021-03-15T01:00:05Z");
        assertThat(certificate.until()).isEqualTo("2021-03-16T00:00:05Z");
        assertThat(certificate.rows()).isEqualTo(Map.of("features", 2L));
        assertThat(certificate.cuts()).isEqualTo(Map.of("2021-03-15T04:00:00Z", "drawn"));
        assertThat(certificate.seed()).isEqualTo(3);
    }

    @Test
    void have_the_same_hash_as_long_as_they_are_the_same() {
        String hash = certificate().hash();

        assertThat(certificate().hash()).isEqualTo(hash);
        good.compared(Check.ORDER, 1, 0);
        assertThat(certificate().hash()).isNotEqualTo(hash);
    }

    @Test
    void have_the_hash_of_their_text_without_it() throws IOException {
        Certificate certificate = certificate();
        Map<?, ?> fields = Json.mapper().readValue(Json.write(certificate), TreeMap.class);
        fields.remove("hash");

        String hash = Sha256.hex(Sha256.of(Json.write(fields).getBytes(StandardCharsets.UTF_8)));

        assertThat(certificate.hash()).isEqualTo(hash);
    }
}
