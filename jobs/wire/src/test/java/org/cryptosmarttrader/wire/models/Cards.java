package org.cryptosmarttrader.wire.models;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.drift.Deciles;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.uncertainty.PlattMap;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.runs.RunScene;

/** Cards of models that were never trained. */
public final class Cards {

    private Cards() {}

    /** A card that fits a catalogue of hourly ticks and names a file. */
    public static ModelCard of(FeatureCatalog catalog, String horizon, byte[] onnx) {
        return of(catalog.names(), catalog.fingerprint(RunScene.HOURLY), horizon, onnx);
    }

    /** The same of another member. */
    public static ModelCard of(FeatureCatalog catalog, String horizon, byte[] onnx, String member) {
        return of(catalog.names(), catalog.fingerprint(RunScene.HOURLY), horizon, onnx, member);
    }

    /** A card that lists columns of its own. */
    public static ModelCard of(List<String> features, String fingerprint, String horizon, byte[] onnx) {
        return of(features, fingerprint, horizon, onnx, "forest");
    }

    private static ModelCard of(List<String> features, String fingerprint, String horizon, byte[] onnx, String member) {
        double[] zeros = new double[features.size()];
        double[] ones = zeros.clone();
        Arrays.fill(ones, 1);
        ScoreHistogram errors = new ScoreHistogram();
        errors.add(0.5);
        SortedMap<String, Double> scores = new TreeMap<>();
        scores.put("auc", 0.5);
        return new ModelCard(
                horizon,
                member,
                Statement.UP,
                "20220301T000005Z-0badcafe",
                Sha256.hex(Sha256.of(onnx)),
                features,
                fingerprint,
                TickGrid.HOUR,
                "test",
                0,
                new ModelCard.Span(0, 1, 2),
                new ModelCard.Span(3, 4, 5),
                "00".repeat(32),
                7,
                new TreeMap<>(),
                0.5,
                scores,
                ModelCard.Prior.of(1, PlattMap.IDENTITY, errors),
                new ModelCard.Familiar(zeros, ones, new double[Novelty.QUANTILES]),
                ones,
                Deciles.of(10, features.size(), (row, column) -> row),
                "test");
    }

    /** The same model under another name in the ensemble. */
    public static ModelCard named(String member, ModelCard card) {
        return with(member, card.statement(), card);
    }

    /** The same model as one of another statement, under its name. */
    public static ModelCard stating(String statement, ModelCard card) {
        return with(statement, statement, card);
    }

    private static ModelCard with(String member, String statement, ModelCard card) {
        return new ModelCard(
                card.horizon(),
                member,
                statement,
                card.version(),
                card.modelSha256(),
                card.features(),
                card.fingerprint(),
                card.tickIntervalMillis(),
                card.label(),
                card.trainedAsOf(),
                card.training(),
                card.calibration(),
                card.trainingRoot(),
                card.seed(),
                card.parameters(),
                card.climatology(),
                card.scores(),
                card.prior(),
                card.novelty(),
                card.finiteShare(),
                card.deciles(),
                card.madeBy());
    }
}
