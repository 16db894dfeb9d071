package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.certify.SomeRows.at;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.app.certify.origin.OriginAudit;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the place of the graph stands a maker of rows with one number each; two cuts over a day. */
@DisplayName("The certifier")
class CertifierTest {

    private static final int COLUMN = Datasets.FEATURES_FROM;
    private static final int LABEL = Datasets.LABELS.indexOf("value");

    @TempDir
    static Path folder;

    private static RunPlan plan;
    private static Origins origins;

    private final List<Input> inputs = new ArrayList<>();
    private int labelHours = 1;

    /** The number of a decision, out of what a run was given. */
    private interface Value {
        double at(long decision, Input input);
    }

    @BeforeAll
    static void a_plan_over_a_day() throws IOException {
        Marketplace market = new Marketplace(folder).file("XBTUSD_60.csv", Marketplace.bars(30));
        assertThat(market.importsBars().exit()).isZero();
        plan = RunPlan.of(
                Configuration.read(Answer.home().resolve("conf"), Map.of()),
                market.archive(),
                new Span(Instant.ofEpochMilli(at(1)), Instant.ofEpochMilli(at(25)), Optional.empty()),
                List.of(),
                RunPlan.Genesis.MEMORY);
        origins = OriginAudit.of(Archive.open(market.archive()), 0, plan.until(), pair -> true, step -> {});
    }

    private Certificate certified(Value value) throws Exception {
        return new Certifier(
                        plan,
                        input -> made(input, value),
                        (rows, asOf) -> new TreeMap<>(),
                        origins,
                        new CertifySettings(2, 1),
                        step -> {})
                .certify();
    }

    private MadeRows made(Input input, Value value) {
        inputs.add(input);
        RowSchema schema = Datasets.features(plan.settings().catalog());
        RowBuilder features = new RowBuilder(schema);
        RowBuilder labels = new RowBuilder(Datasets.LABELS);
        for (long tick = plan.grid().tickOf(plan.emitFrom()); tick <= input.until(); tick += TickGrid.HOUR) {
            features.row().set(0, tick).set(1, "BTC/USD").set(COLUMN, value.at(tick, input));
            long matured = tick + labelHours * TickGrid.HOUR;
            if (matured <= input.until()) {
                labels.row()
                        .set(0, tick)
                        .set(1, "BTC/USD")
                        .set(2, "1h")
                        .set(3, matured)
                        .set(LABEL, 0.5);
            }
        }
        return new MadeRows(features.build(), labels.build());
    }

    private static String column() {
        return plan.settings().catalog().names().get(0);
    }

    /** Checks by which anything is accused. */
    private static List<String> accusing(Certificate certificate) {
        return certificate.checks().entrySet().stream()
                .filter(check -> check.getValue().accused() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void accuses_nobody_who_says_the_same_whatever_comes_later() throws Exception {
        Certificate certificate = certified((decision, input) -> decision);

        assertThat(certificate.accused()).isEmpty();
        assertThat(certificate.cuts()).hasSize(2);
    }

    @Test
    void makes_a_run_for_each_check_at_each_cut_and_one_in_disorder() throws Exception {
        Certificate certificate = certified((decision, input) -> decision);

        assertThat(inputs).hasSize(1 + 3 * 2 + 1);
        assertThat(inputs.get(0).change()).isEqualTo(EventChange.none());
        assertThat(inputs.subList(1, 4))
                .extracting(Input::change)
                .hasExactlyElementsOfTypes(Cut.class, Poison.class, EventChange.None.class);
        assertThat(inputs.get(7).disorder()).isPresent();
        assertThat(certificate.checks().get("START").runs()).isEqualTo(2);
    }

    @Test
    void begins_every_run_where_the_reference_begins_but_that_of_start() throws Exception {
        certified((decision, input) -> decision);

        assertThat(Arrays.asList(inputs.get(1), inputs.get(2), inputs.get(7)))
                .extracting(Input::genesis)
                .containsOnly(plan.genesis());
        assertThat(inputs.get(3).genesis()).isNotEqualTo(plan.genesis());
    }

    @Test
    void accuses_what_depends_on_how_far_the_input_goes() throws Exception {
        Certificate certificate = certified((decision, input) -> input.until());

        assertThat(certificate.accused()).containsExactly(column());
        assertThat(accusing(certificate)).contains("PREFIX");
    }

    @Test
    void accuses_what_depends_on_the_content_of_later_events_of_poison_alone() throws Exception {
        Certificate certificate = certified((decision, input) -> input.change() instanceof Poison ? 1 : 0);

        assertThat(accusing(certificate)).containsExactly("POISON");
    }

    @Test
    void accuses_what_depends_on_the_order_of_events_of_that_alone() throws Exception {
        Certificate certificate =
                certified((decision, input) -> input.disorder().isPresent() ? 1 : 0);

        assertThat(accusing(certificate)).containsExactly("ORDER");
        assertThat(certificate.verdict()).isEqualTo(Certificate.ACCUSED);
    }

    @Test
    void accuses_labels_that_mature_before_their_horizon_has_passed() throws Exception {
        labelHours = 0;

        Certificate certificate = certified((decision, input) -> decision);

        assertThat(accusing(certificate)).containsExactly("MATURITY");
        assertThat(certificate.accused()).containsExactly("labels.matured_at");
    }
}
