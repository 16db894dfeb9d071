package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The definition of a forest")
class ForestSettingsTest {

    private static final String GOOD = """
            trees: 100
            depth: 8
            minimumLeafRows: 200
            rowShare: 0.632
            columnShare: 0.35
            bins: 256
            mostRows: 200000
            seed: 7
            """;

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();

    private ForestSettings read(String yaml) throws IOException {
        Files.writeString(folder.resolve("24h.yaml"), yaml);
        return ForestSettings.read(folder, new Horizon(24), faults);
    }

    @Test
    void is_read_number_by_number() throws IOException {
        assertThat(read(GOOD)).isEqualTo(new ForestSettings(100, 8, 200, 0.632, 0.35, 256, 200_000, 7));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 24, 168, 720})
    void stands_beside_the_program_without_a_fault_for_each_horizon(int hours) {
        ForestSettings.read(Path.of("../../models"), new Horizon(hours), faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void that_is_not_there_is_told_with_those_that_are() {
        ForestSettings.read(Path.of("../../models"), new Horizon(3), faults);

        assertThat(faults)
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault)
                                .startsWith("models/3h.yaml: not found at ")
                                .endsWith(
                                        "; defined there are [1h, 24h, 168h, 720h]; name one of them, or another folder with --models-conf"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "trees           | 0      | 1 or more",
                "trees           | many   | a whole number",
                "depth           | 17     | 1 to 16",
                "depth           | 0      | 1 to 16",
                "minimumLeafRows | 0      | 1 or more",
                "rowShare        | 63.2   | a share above 0, at most 1",
                "rowShare        | 0      | a share above 0, at most 1",
                "columnShare     | -0.1   | a share above 0, at most 1",
                "columnShare     | half   | a number",
                "bins            | 1      | 2 to 65536",
                "mostRows        | 999    | 1000 or more",
                "seed            | 1.5    | a whole number"
            })
    void names_a_number_that_cannot_be_the_file_and_what_was_expected(String key, String value, String expected)
            throws IOException {
        read(GOOD.replaceFirst(key + ": .*", key + ": " + value));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: " + key + " is ")
                .endsWith("expected " + expected));
    }

    @Test
    void names_an_unknown_key_and_those_it_knows() throws IOException {
        read(GOOD + "treess: 5\n");

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: unknown key 'treess'")
                .contains("trees", "seed"));
    }

    @Test
    void lists_all_faults_at_once() throws IOException {
        read(GOOD.replace("depth: 8", "depth: 99").replace("bins: 256\n", "").replace("seed: 7", "saat: 7"));

        assertThat(faults)
                .hasSize(4)
                .contains(
                        "models/24h.yaml: depth is 99, expected 1 to 16",
                        "models/24h.yaml: bins is missing, expected a whole number",
                        "models/24h.yaml: seed is missing, expected a whole number");
    }

    @Test
    void is_missed_by_name_and_not_key_by_key() {
        ForestSettings.read(folder, new Horizon(24), faults);

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: not found at "));
    }

    @Test
    void that_is_no_yaml_is_named_by_its_line() throws IOException {
        read(GOOD.replace("depth: 8", "depth: [8"));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).startsWith("models/24h.yaml: line "));
    }

    @Test
    void asks_fewer_rows_of_a_leaf_where_there_are_few() throws IOException {
        ForestSettings settings = read(GOOD);

        assertThat(settings.leafRows(1_000_000)).isEqualTo(200);
        assertThat(settings.leafRows(5_000)).isEqualTo(100);
        assertThat(settings.leafRows(200)).isEqualTo(10);
    }
}
