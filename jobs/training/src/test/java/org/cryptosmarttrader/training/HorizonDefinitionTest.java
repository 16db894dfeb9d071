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

@DisplayName("The definition of a horizon's models")
class HorizonDefinitionTest {

    private static final String GOOD = """
            seed: 7
            rows:
              most: 200000
              weights: uniqueness
            forest:
              trees: 100
              depth: 8
              minimumLeafOutcomes: 30
              rowShare: 0.632
              columnShare: 0.35
              bins: 256
            """;

    private static final String OTHERS = """
            boosted:
              rounds: 120
              depth: 4
              rate: 0.05
              minimumLeafOutcomes: 40.5
              rowShare: 0.5
              columnShare: 0.3
              bins: 64
            logistic:
              penalty: 0.1
              rounds: 50
              widest: 5
            climatology:
            """;

    private static final RandomForest FOREST = new RandomForest(100, 8, 30, 0.632, 0.35, 256, 7);

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();

    private HorizonDefinition read(String yaml) throws IOException {
        Files.writeString(folder.resolve("24h.yaml"), yaml);
        return HorizonDefinition.read(folder, new Horizon(24), faults);
    }

    @Test
    void is_read_number_by_number() throws IOException {
        assertThat(read(GOOD + OTHERS))
                .isEqualTo(new HorizonDefinition(
                        new Sampling(200_000, Sampling.Weights.UNIQUENESS, 7),
                        List.of(
                                FOREST,
                                new BoostedTrees(120, 4, 0.05, 40.5, 0.5, 0.3, 64, 7),
                                new LogisticModel(0.1, 50, 5),
                                new Climatology())));
        assertThat(faults).isEmpty();
    }

    @Test
    void makes_no_member_that_has_no_block() throws IOException {
        assertThat(read(GOOD).members()).containsExactly(FOREST);
        assertThat(read(GOOD + "climatology: {}\n").members()).containsExactly(FOREST, new Climatology());
        assertThat(faults).isEmpty();
    }

    @Test
    void needs_a_forest_and_a_word_on_the_rows() throws IOException {
        read("seed: 7\n" + OTHERS);

        assertThat(faults)
                .containsExactly(
                        "models/24h.yaml: rows is missing, expected most and weights: which rows the members learn from",
                        "models/24h.yaml: forest is missing, expected the settings of the member every horizon has");
    }

    @Test
    void may_leave_a_setting_to_a_choice() throws IOException {
        Member forest =
                read(GOOD + "  choose: {depth: [6, 10], bins: [16, 32]}\n").forest();

        assertThat(faults).isEmpty();
        assertThat(forest)
                .isEqualTo(new Choice(List.of(
                        new Choice.Candidate("depth 6, bins 16", new RandomForest(100, 6, 30, 0.632, 0.35, 16, 7)),
                        new Choice.Candidate("depth 6, bins 32", new RandomForest(100, 6, 30, 0.632, 0.35, 32, 7)),
                        new Choice.Candidate("depth 10, bins 16", new RandomForest(100, 10, 30, 0.632, 0.35, 16, 7)),
                        new Choice.Candidate("depth 10, bins 32", new RandomForest(100, 10, 30, 0.632, 0.35, 32, 7)))));
        assertThat(forest.name()).isEqualTo("forest");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{depth: [6]}", "{depth: 6}", "[6, 8]", "{}", "deep"})
    void refuses_a_choice_that_leaves_none(String choose) throws IOException {
        read(GOOD + "  choose: " + choose + "\n");

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: forest: choose is ")
                .endsWith("expected lists of values by key, two combinations or more, e.g. {depth: [6, 8, 10]}"));
    }

    @Test
    void names_the_candidate_that_cannot_be() throws IOException {
        read(GOOD + "  choose: {depth: [6, 60]}\n");

        assertThat(faults).containsExactly("models/24h.yaml: forest, depth 60: depth is 60, expected 1 to 16");
    }

    @Test
    void names_a_key_to_choose_that_is_none() throws IOException {
        read(GOOD + "  choose: {deepness: [6, 7]}\n");

        assertThat(faults).hasSize(2).allSatisfy(fault -> assertThat(fault).contains("unknown key 'deepness'"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 24, 168, 720})
    void stands_beside_the_program_without_a_fault_for_each_horizon(int hours) {
        HorizonDefinition.read(Path.of("../../models"), new Horizon(hours), faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void that_is_not_there_is_told_with_those_that_are() {
        HorizonDefinition.read(Path.of("../../models"), new Horizon(3), faults);

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
                "forest: trees           | 0      | 1 or more",
                "forest: trees           | many   | a whole number",
                "forest: depth           | 17     | 1 to 16",
                "forest: depth           | 0      | 1 to 16",
                "forest: minimumLeafOutcomes | 0  | 1 or more",
                "forest: rowShare        | 63.2   | a share above 0, at most 1",
                "forest: rowShare        | 0      | a share above 0, at most 1",
                "forest: columnShare     | -0.1   | a share above 0, at most 1",
                "forest: columnShare     | half   | a number",
                "forest: bins            | 1      | 2 to 65536",
                "boosted: rounds         | 0      | 1 or more",
                "boosted: rate           | 2      | a share above 0, at most 1",
                "logistic: penalty       | 0      | a number above 0",
                "logistic: rounds        | 0      | 1 or more",
                "logistic: widest        | -1     | a number above 0",
                "rows: most              | 999    | 1000 or more",
                "rows: weights           | unique | one of [equal, uniqueness]",
                "seed                    | 1.5    | a whole number"
            })
    void names_a_number_that_cannot_be_the_file_and_what_was_expected(String key, String value, String expected)
            throws IOException {
        String last = key.substring(key.lastIndexOf(' ') + 1);
        String block = key.substring(0, key.length() - last.length());
        String all = GOOD + OTHERS;
        int from = Math.max(0, all.indexOf(block.trim()));
        read(all.substring(0, from) + all.substring(from).replaceFirst(last + ": .*", last + ": " + value));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: " + key + " is ")
                .endsWith("expected " + expected));
    }

    @Test
    void names_an_unknown_key_and_those_it_knows() throws IOException {
        read(GOOD + "  treess: 5\n");

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: forest: unknown key 'treess'")
                .contains("trees", "bins"));
    }

    @Test
    void lists_all_faults_at_once() throws IOException {
        read(GOOD.replace("depth: 8", "depth: 99").replace("  bins: 256\n", "").replace("seed: 7", "saat: 7"));

        assertThat(faults)
                .hasSize(4)
                .contains(
                        "models/24h.yaml: forest: depth is 99, expected 1 to 16",
                        "models/24h.yaml: forest: bins is missing, expected a whole number",
                        "models/24h.yaml: seed is missing, expected a whole number");
    }

    @Test
    void is_missed_by_name_and_not_key_by_key() {
        HorizonDefinition.read(folder, new Horizon(24), faults);

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("models/24h.yaml: not found at "));
    }

    @Test
    void that_is_no_yaml_is_named_by_its_line() throws IOException {
        read(GOOD.replace("depth: 8", "depth: [8"));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).startsWith("models/24h.yaml: line "));
    }

    @Test
    void asks_of_a_leaf_the_rows_of_independent_outcomes() {
        // 33 pairs over 1,000 days, a fifth of the rows sampled: a day has 158.4 of them
        assertThat(TreeRules.leafRows(30, 158_400, 1_000)).isEqualTo(4_752);
        assertThat(TreeRules.leafRows(30, 158_401, 1_000)).isEqualTo(4_753);
    }

    @Test
    void asks_no_more_of_a_leaf_than_a_tenth_of_the_rows() {
        // 1,000 days hold 33.3 outcomes of 720 hours
        assertThat(TreeRules.leafRows(30, 158_400, 33.3)).isEqualTo(15_840);
        assertThat(TreeRules.leafRows(30, 200, 10)).isEqualTo(20);
        assertThat(TreeRules.leafRows(1, 60, 60)).isEqualTo(10);
    }

    @Test
    void names_the_members_there_can_be() {
        assertThat(HorizonDefinition.names()).containsExactly("forest", "boosted", "logistic", "climatology");
    }
}
