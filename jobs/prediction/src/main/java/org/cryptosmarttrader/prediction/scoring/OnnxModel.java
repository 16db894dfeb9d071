package org.cryptosmarttrader.prediction.scoring;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model in memory: rows of features in, a scaled return and a probability of a rise out.
 *
 * <p>The ONNX file takes {@code features}, float n × f, and gives {@code scaled_return} and {@code p_up}, float n × 1. Not
 * thread-safe; one per operator instance, closed with it.
 */
public final class OnnxModel implements AutoCloseable {

    static {
        // before DJL's first class: it would report its use to a cloud address
        System.setProperty("ai.djl.offline", "true");
    }

    private final ZooModel<NDList, NDList> model;
    private final Predictor<NDList, NDList> predictor;
    private final NDManager manager;
    private final int features;

    private OnnxModel(ZooModel<NDList, NDList> model, int features) {
        this.model = model;
        this.predictor = model.newPredictor();
        this.manager = model.getNDManager();
        this.features = features;
    }

    /**
     * What a model says of some rows, in their order.
     *
     * @param scaledReturns expected returns in units of volatility
     * @param risesLikely probabilities that the return is above 0
     */
    public record Scores(float[] scaledReturns, float[] risesLikely) {}

    /**
     * Opens a model and tries it with one row.
     *
     * @param onnx bytes of the file
     * @param features number of columns
     * @throws UnusableModelException if it is no ONNX file, or does not take or answer as described above
     * @throws IOException if the engine itself fails
     */
    public static OnnxModel load(byte[] onnx, int features) throws IOException {
        // a folder of its own: the engine runs the classes of every jar that lies beside a model
        Path folder = Files.createTempDirectory("cst-model");
        Path file = folder.resolve("forest.onnx");
        try {
            Files.write(file, onnx);
            return tried(new OnnxModel(criteria(file).loadModel(), features));
        } catch (MalformedModelException e) {
            throw new UnusableModelException(
                    "model: not an ONNX file the engine reads (%s)".formatted(e.getMessage()), e);
        } catch (ModelNotFoundException | RuntimeException e) {
            throw new IOException("model: the engine could not open it (%s)".formatted(e.getMessage()), e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static OnnxModel tried(OnnxModel model) throws UnusableModelException {
        try {
            model.score(new float[model.features]);
            return model;
        } catch (UnusableModelException | RuntimeException e) {
            model.close();
            throw new UnusableModelException(e.getMessage(), e);
        }
    }

    private static Criteria<NDList, NDList> criteria(Path file) {
        return Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optEngine("OnnxRuntime")
                .optModelPath(file)
                .optTranslator(new NoopTranslator())
                .optOption("intraOpNumThreads", "1")
                .optOption("interOpNumThreads", "1")
                .build();
    }

    /**
     * @param rows n × f, row-major, NaN where a feature is missing
     * @throws UnusableModelException if the model does not take such rows or does not answer with one number per row and
     *     output
     */
    public Scores score(float[] rows) throws UnusableModelException {
        int count = rows.length / features;
        try (NDManager scope = manager.newSubManager()) {
            NDArray input = scope.create(rows, new Shape(count, features));
            NDList output = predictor.predict(new NDList(input));
            try (output) {
                return new Scores(numbers(output, 0, count), numbers(output, 1, count));
            }
        } catch (TranslateException | EngineException e) {
            throw new UnusableModelException(
                    "model: %d × %d features could not be scored (%s)".formatted(count, features, e.getMessage()), e);
        }
    }

    private static float[] numbers(NDList output, int index, int count) throws UnusableModelException {
        float[] numbers = output.size() > index ? output.get(index).toFloatArray() : new float[0];
        if (numbers.length != count) {
            throw new UnusableModelException(
                    "model: output %d has %d numbers for %d rows; expected outputs scaled_return and p_up, n × 1 each"
                            .formatted(index, numbers.length, count),
                    null);
        }
        return numbers;
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }
}
