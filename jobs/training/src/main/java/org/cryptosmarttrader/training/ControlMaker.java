package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.wire.models.Controls;
import org.cryptosmarttrader.wire.models.ModelCard;

/**
 * Tries the making of a refit's forest on labels of which it is known what can be found in them. Costs two forests. All labels are
 * made in memory; the rows, blocks, settings and code are those of the model.
 *
 * @param maker of the models; its forest is tried
 */
public record ControlMaker(ModelMaker maker) {

    /** Away from one half by chance once in 370 trainings. */
    private static final double SIGMAS = 3;

    /** Of the planted labels; a quarter leaves a signal of AUC .75, strong beside anything a market holds. */
    private static final double FLIPPED = 0.25;

    /** Part of the way from one half to the ideal a forest must go; a column that is not found stays at one half. */
    private static final double WAY = 0.5;

    private static final long DEALING = 0x5EED_0001L;
    private static final long NOISE = 0x5EED_0002L;

    /**
     * @param made the forest of the refit
     * @throws IOException if the engine refuses a model
     */
    public Controls measure(Refit refit, ModelMaker.Made made) throws IOException {
        ModelCard card = made.card();
        return new Controls(
                Controls.FORM,
                card.horizon(),
                card.version(),
                card.modelSha256(),
                card.calibration(),
                card.seed(),
                permuted(refit),
                planted(refit));
    }

    private long seed() {
        return maker.definition().forest().seed();
    }

    private Controls.Permuted permuted(Refit refit) throws IOException {
        Refit dealt = dealtOut(refit);
        double auc = areaUnderCurve(dealt);
        double sigma = chanceDeviation(dealt.heldBack());
        return new Controls.Permuted(
                Numbers.orNull(auc), Numbers.orNull(sigma), SIGMAS, Math.abs(auc - 0.5) <= SIGMAS * sigma);
    }

    /** Every row gets the label of another, in the order of a hash of pair and decision; pairs of labels stay together. */
    private Refit dealtOut(Refit refit) {
        TrainingSet known = refit.known();
        double[] hashes = IntStream.range(0, known.size())
                .mapToDouble(row -> known.unitHash(row, seed() ^ DEALING))
                .toArray();
        int[] order = IntStream.range(0, known.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> hashes[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return refit.labelled(
                Arrays.stream(order).mapToDouble(row -> known.scaled()[row]).toArray(),
                Arrays.stream(order).mapToDouble(row -> known.values()[row]).toArray());
    }

    /** Of the AUC of a forecast without knowledge; NaN if the outcomes are all alike. */
    static double chanceDeviation(TrainingSet rows) {
        double ups = Arrays.stream(rows.values()).filter(value -> value > 0).count();
        double downs = rows.size() - ups;
        return ups == 0 || downs == 0 ? Double.NaN : Math.sqrt((ups + downs + 1) / (12 * ups * downs));
    }

    private Controls.Planted planted(Refit refit) throws IOException {
        Novelty looks = refit.lesson().novelty();
        int column = mostEven(refit.heldBack(), looks);
        double median = looks.medians()[column];
        double above = above(refit.heldBack(), column, median);
        double ideal = ideal(above, FLIPPED);
        double bound = 0.5 + WAY * (ideal - 0.5);
        double auc = areaUnderCurve(planted(refit, column, median));
        return new Controls.Planted(
                maker.catalog().names().get(column), FLIPPED, above, ideal, bound, Numbers.orNull(auc), auc >= bound);
    }

    /** The column that splits the rows held back most evenly at its median of the training rows; only features are looked at. */
    private static int mostEven(TrainingSet heldBack, Novelty looks) {
        return IntStream.range(0, heldBack.columns())
                .filter(column -> looks.mads()[column] > 0)
                .boxed()
                .min(Comparator.comparingDouble(
                        column -> Math.abs(above(heldBack, column, looks.medians()[column]) - 0.5)))
                .orElseThrow();
    }

    /** A missing value does not lie above. */
    private static double above(TrainingSet rows, int column, double median) {
        return IntStream.range(0, rows.size())
                        .filter(row -> isAbove(rows, row, column, median))
                        .count()
                / (double) rows.size();
    }

    private static boolean isAbove(TrainingSet rows, int row, int column, double median) {
        return rows.features()[row * rows.columns() + column] > median;
    }

    private Refit planted(Refit refit, int column, double median) {
        TrainingSet known = refit.known();
        double[] labels = IntStream.range(0, known.size())
                .mapToDouble(row -> {
                    boolean isTurned = known.unitHash(row, seed() ^ NOISE) < FLIPPED;
                    return isAbove(known, row, column, median) != isTurned ? 1 : -1;
                })
                .toArray();
        return refit.labelled(labels, labels);
    }

    /**
     * AUC of a forecast that says 1 − φ above the median and φ elsewhere, where that is what is true. With a share m above, of the
     * rises m(1 − φ)/(m(1 − φ) + (1 − m)φ) lie above, of the falls mφ/(mφ + (1 − m)(1 − φ)); the AUC of a forecast of two values
     * is one half and half the difference of the two.
     */
    static double ideal(double above, double flipped) {
        double risesAbove = above * (1 - flipped) / (above * (1 - flipped) + (1 - above) * flipped);
        double fallsAbove = above * flipped / (above * flipped + (1 - above) * (1 - flipped));
        return 0.5 + (risesAbove - fallsAbove) / 2;
    }

    private double areaUnderCurve(Refit refit) throws IOException {
        TrainingSet heldBack = refit.heldBack();
        byte[] onnx =
                maker.definition().forest().grow(refit.lesson(), maker.scorer()).onnx();
        float[] said = maker.scorer()
                .score(onnx, heldBack.columns(), heldBack.features(), ModelMaker.SCORING_BATCH)
                .risesLikely();
        double[] pUp = new double[said.length];
        Arrays.setAll(pUp, row -> Forecast.probability(said[row]));
        double[] ups =
                Arrays.stream(heldBack.values()).map(value -> value > 0 ? 1 : 0).toArray();
        return ProbabilityForecasts.of(pUp, ups, new double[ups.length]).areaUnderCurve();
    }
}
