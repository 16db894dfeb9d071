package org.cryptosmarttrader.wire.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The files of a model's folder, written by anybody")
class ModelFolderFuzzTest {

    @TempDir
    static Path folder;

    /** Reads one of them. */
    private interface Reading {
        Object read() throws IOException;
    }

    static Stream<byte[]> files() {
        String card = Json.write(Cards.of(List.of("a", "b"), "0".repeat(64), "24h", new byte[] {1}));
        return Stream.of(
                        card,
                        card.replace("\"member\":\"forest\"", "\"member\":\"../forest\""),
                        card.replace("\"features\":[\"a\",\"b\"],", ""),
                        card.replace("\"errors\":\"", "\"errors\":\"!"),
                        card.replaceAll("\"errors\":\"[^\"]*", "\"errors\":\"AAAA"),
                        card.replaceAll("\"errors\":\"[^\"]*", "\"errors\":\"AAAAAQaAAigAAAAB"),
                        card.replaceAll("\"errors\":\"[^\"]*", "\"errors\":\"f////w=="),
                        card.replaceAll("\"numbers\":.[^]]*", "\"numbers\":["),
                        card.replace("\"calibration\":\"platt\"", "\"calibration\":\"guess\""),
                        "{\"form\":1,\"heldBack\":{\"from\":0,\"rows\":2,\"until\":1},\"horizon\":\"24h\",\"modelSha256\":\"00\","
                                + "\"permuted\":{\"auc\":0.5,\"bound\":4.0,\"passed\":true,\"sigma\":0.1},\"planted\":{\"above\":0.5,"
                                + "\"auc\":0.9,\"bound\":0.6,\"column\":\"a\",\"flipped\":0.1,\"ideal\":0.8,\"passed\":true},"
                                + "\"seed\":7,\"version\":\"v\"}",
                        "null",
                        "{}",
                        "{\"seed\":1e999999999}",
                        "[".repeat(5_000))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("files")
    @FuzzTest
    void are_read_or_refused_by_name(byte[] bytes) throws IOException {
        for (String name : List.of("card.json", "controls.json", "importance.json")) {
            Files.write(folder.resolve(name), bytes);
        }
        isReadOrRefused(() -> ModelFolder.announce(folder));
        isReadOrRefused(() -> ModelFolder.controls(folder).orElseThrow().passed());
        isReadOrRefused(() -> ModelFolder.importance(folder).columns().size());
        try {
            ModelCard card = ModelFolder.card(folder);
            assertThat(card.features()).doesNotContainNull();
            assertThat(card.prior().scores()).isNotNull();
            assertThat(card.prior().map()).isNotNull();
        } catch (IOException | IllegalArgumentException | UncheckedIOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void isReadOrRefused(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (IOException | IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
        }
    }
}
