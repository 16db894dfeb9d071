package org.cryptosmarttrader.app.certify.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.certify.Certifier;
import org.cryptosmarttrader.app.certify.CertifySettings;
import org.cryptosmarttrader.app.certify.CheckCluster;
import org.cryptosmarttrader.app.certify.GraphModels;
import org.cryptosmarttrader.app.certify.Input;
import org.cryptosmarttrader.app.certify.MadeRows;
import org.cryptosmarttrader.app.certify.ModelTrainer;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.app.certify.RowMaker;
import org.cryptosmarttrader.app.certify.origin.OriginAudit;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** The market the leaks are planted in, and the ways to plant them. What the graph makes of an input is made once. */
final class Scene implements AutoCloseable {

    private static final CertifySettings SETTINGS = new CertifySettings(1, 3);
    private static final ModelTrainer NO_TRAINER = (dataset, asOf) -> new TreeMap<>();

    private final Path folder;
    private final TestMarket market;
    private final RunPlan plan;
    private final Map<Input, MadeRows> honest = new HashMap<>();
    private final RowSchema features;
    private final CheckCluster cluster;
    private int forged;

    /** Bends what a run made. */
    interface RowBend {
        MadeRows bend(MadeRows rows, Input input) throws Exception;
    }

    Scene(Path folder) throws Exception {
        this.folder = folder;
        this.market = TestMarket.in(folder.resolve("market"));
        this.plan = TestMarket.plan(market.archive());
        this.features = Datasets.features(plan.settings().catalog());
        this.cluster = CheckCluster.start();
    }

    RowSchema features() {
        return features;
    }

    Rows featuresOf(MadeRows made) {
        return new Rows(features(), made.features());
    }

    Rows labelsOf(MadeRows made) {
        return new Rows(Datasets.LABELS, made.labels());
    }

    /** Group of a column of the features; empty if it is none of the catalogue's. */
    String group(String column) {
        return plan.settings().catalog().names().contains(column)
                ? plan.settings().catalog().group(plan.settings().catalog().indexOf(column))
                : "";
    }

    /** The graph as it is, and its training. */
    Certificate honest() throws Exception {
        return certify(plan, market.archive(), this::honestRows, trainer());
    }

    /** The honest graph over an archive in which events of a kind stand earlier than they were. */
    Certificate lied(EventKind kind, long millis) throws Exception {
        Path archive = Forged.earlier(market.archive(), kind, millis, next());
        RunPlan overLie = TestMarket.plan(archive);
        return certify(
                overLie, archive, emitted(new BentGraph(overLie, UnaryOperator.identity(), cluster)), NO_TRAINER);
    }

    /** The graph over events that were bent together before it hears of them. */
    Certificate bentEvents(UnaryOperator<List<EventBlock>> bend) throws Exception {
        BentGraph graph = new BentGraph(plan, UnaryOperator.identity(), cluster);
        RowMaker bent = input -> graph.rows(input.over(Forged.bent(input, bend, next())));
        return certify(plan, market.archive(), emitted(bent), NO_TRAINER);
    }

    /** The graph with something behind its source. */
    Certificate bentSource(UnaryOperator<Sources> bend) throws Exception {
        return certify(plan, market.archive(), emitted(new BentGraph(plan, bend, cluster)), NO_TRAINER);
    }

    /** The graph with something behind its rows. */
    Certificate bentRows(RowBend bend) throws Exception {
        RowMaker bent = input -> bend.bend(made(input), input);
        return certify(plan, market.archive(), emitted(bent), NO_TRAINER);
    }

    /** The training with something before its rows. */
    Certificate bentTraining(RowBendAsOf bend) throws Exception {
        ModelTrainer honest = trainer();
        return certify(
                plan,
                market.archive(),
                this::honestRows,
                (dataset, asOf) -> honest.train(bend.bend(dataset, asOf), asOf));
    }

    /** Bends a training set. */
    interface RowBendAsOf {
        MadeRows bend(MadeRows rows, long asOf);
    }

    private MadeRows honestRows(Input input) throws Exception {
        return emitted(this::made).rows(input);
    }

    private MadeRows made(Input input) throws Exception {
        MadeRows made = honest.get(input);
        if (made == null) {
            made = new BentGraph(plan, UnaryOperator.identity(), cluster).rows(input);
            honest.put(input, made);
        }
        return made;
    }

    /** Without the rows of the memory before the span. */
    private RowMaker emitted(RowMaker maker) {
        long from = plan.emitFrom();
        return input -> {
            MadeRows made = maker.rows(input);
            Rows features = featuresOf(made);
            Rows labels = labelsOf(made);
            long[] decisions = features.longs("decision_at");
            long[] judged = labels.longs("decision_at");
            return new MadeRows(
                    features.where(row -> decisions[row] >= from), labels.where(row -> judged[row] >= from));
        };
    }

    private static Certificate certify(RunPlan plan, Path archive, RowMaker maker, ModelTrainer trainer)
            throws Exception {
        Origins origins = OriginAudit.of(Archive.open(archive), plan.genesis(), plan.until(), pair -> true, step -> {});
        return new Certifier(plan, maker, trainer, origins, SETTINGS, step -> {}).certify();
    }

    /** The real training with few and small trees. */
    private ModelTrainer trainer() throws IOException {
        Path forests = folder.resolve("forests");
        Files.createDirectories(forests);
        for (String horizon : List.of("1h", "24h")) {
            String real = Files.readString(Answer.home().resolve("models").resolve(horizon + ".yaml"));
            Files.writeString(
                    forests.resolve(horizon + ".yaml"),
                    real.replaceFirst("trees: \\d+", "trees: 10").replaceFirst("depth: \\d+", "depth: 4"));
        }
        return new GraphModels(plan, forests);
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }

    private Path next() {
        return folder.resolve("forged-" + forged++);
    }
}
