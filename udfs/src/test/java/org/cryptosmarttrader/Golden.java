package org.cryptosmarttrader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Golden vectors: inputs, and what must come out of them. Those that need no data stand among the test resources; those
 * over recorded data, and the data, lie beside the project and are skipped, visibly, where they are absent.
 *
 * @param inputs as the vector states them
 * @param outputs what must come out
 * @param tolerance relative
 */
public record Golden(String name, JsonNode inputs, JsonNode outputs, double tolerance) {

    private static final double RELATIVE = 1e-10;
    private static final double ABSOLUTE = 1e-13;

    /** Finds a vector by the beginning of its name, e.g. {@code A1-}. */
    public static Golden vector(String prefix) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden.json")) {
            return find(new ObjectMapper().readTree(in), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A vector over recorded data; skips the test where the shared specification is absent. */
    public static Golden vectorOverData(String prefix) {
        Path file = shared("spec/golden.json");
        try {
            return find(new ObjectMapper().readTree(file.toFile()), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden find(JsonNode file, String prefix) {
        for (JsonNode vector : file.get("vectors")) {
            if (vector.get("name").asText().startsWith(prefix)) {
                return new Golden(
                        vector.get("name").asText(),
                        vector.get("inputs"),
                        vector.get("outputs"),
                        vector.path("tol").asDouble(RELATIVE));
            }
        }
        throw new IllegalArgumentException("no golden vector begins with " + prefix);
    }

    /** A file or folder beside the project; skips the test where it is absent. */
    public static Path shared(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "needs ../shared, which is not beside this checkout");
        return folder.resolve("shared").resolve(path);
    }

    /** The lines of a recorded gzip file, e.g. {@code ohlcv/kraken-1h/XBTUSD_60.csv.gz}. */
    public static List<String> lines(String dataPath) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(shared("data/" + dataPath)))))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An expected number; the texts NaN and Infinity mean what they say. */
    public static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
    }

    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(array.get(i));
        }
        return numbers;
    }

    public double output(String field) {
        return number(outputs.get(field));
    }

    public double input(String field) {
        return number(inputs.get(field));
    }

    /** Asserts a number to the vector's tolerance. */
    public void check(String what, double actual, double expected) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(actual).as("%s: %s", name, what).isEqualTo(Double.valueOf(expected));
            return;
        }
        double allowed = tolerance * Math.max(Math.abs(actual), Math.abs(expected)) + ABSOLUTE;
        assertThat(Math.abs(actual - expected))
                .as("%s: %s is %s, expected %s", name, what, actual, expected)
                .isLessThanOrEqualTo(allowed);
    }

    /** Asserts an output field by its name. */
    public void check(String field, double actual) {
        check(field, actual, output(field));
    }
}
