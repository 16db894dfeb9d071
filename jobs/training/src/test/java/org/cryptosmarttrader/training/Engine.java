package org.cryptosmarttrader.training;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** ONNX Runtime itself on one thread, as the job runs it. */
final class Engine implements ModelScorer {

    @Override
    public Scores score(byte[] onnx, int columns, float[] features, int batch) throws IOException {
        int rows = features.length / columns;
        Scores scores = new Scores(new float[rows], new float[rows]);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            try (OrtSession session = environment.createSession(onnx, options)) {
                for (int from = 0; from < rows; from += batch) {
                    int until = Math.min(rows, from + batch);
                    float[] some = Arrays.copyOfRange(features, from * columns, until * columns);
                    score(environment, session, some, columns, scores, from);
                }
            }
        } catch (OrtException e) {
            throw new IOException(e);
        }
        return scores;
    }

    private static void score(
            OrtEnvironment environment, OrtSession session, float[] some, int columns, Scores scores, int from)
            throws OrtException {
        int count = some.length / columns;
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(some), new long[] {count, columns});
                OrtSession.Result said = session.run(Map.of("features", input))) {
            copy(said, "scaled_return", scores.scaledReturns(), from, count);
            copy(said, "p_up", scores.risesLikely(), from, count);
        }
    }

    private static void copy(OrtSession.Result said, String name, float[] into, int from, int count)
            throws OrtException {
        ((OnnxTensor) said.get(name).orElseThrow()).getFloatBuffer().get(into, from, count);
    }
}
