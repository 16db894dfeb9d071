package org.cryptosmarttrader.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Every column that SQL can say, over two recorded seasons,")
class DuckDbOracleITCase {

    /**
     * Both sum the same terms in another order; of z-scores, skewness and ratios of sums the difference of large numbers is
     * left, hence not the last digits.
     */
    private static final double DISTANCE = 1e-9;

    @TempDir
    private static Path folder;

    private static long rows;
    private static List<Agreement> agreements;

    @BeforeAll
    static void say_everything_again_from_the_archive() throws Exception {
        OracleDatasets made = OracleDatasets.in(folder);
        try (DuckDbOracle oracle = DuckDbOracle.of(made.archive(), made.datasets())) {
            rows = oracle.rows();
            agreements = oracle.agreements();
        }
        Files.writeString(Path.of("target", "oracles.md"), OraclesPage.of(rows, agreements));
    }

    @Test
    void was_compared() {
        assertThat(agreements).hasSize(SqlColumns.queries().size());
        assertThat(agreements).allMatch(agreement -> agreement.compared() >= 1_000, "1,000 values");
        assertThat(agreements)
                .as("each row is one that both have")
                .allMatch(agreement -> agreement.compared() + agreement.missing() + agreement.contradicting() == rows);
    }

    @Test
    void is_missing_where_the_definitions_say_so_and_nowhere_else() {
        SoftAssertions softly = new SoftAssertions();
        agreements.forEach(agreement ->
                softly.assertThat(agreement.contradicting()).as("%s", agreement).isZero());
        softly.assertAll();
        assertThat(agreements).as("gaps were met").anyMatch(agreement -> agreement.missing() > 1_000);
    }

    @Test
    void equals_what_SQL_says() {
        SoftAssertions softly = new SoftAssertions();
        agreements.forEach(agreement ->
                softly.assertThat(agreement.distance()).as("%s", agreement).isLessThanOrEqualTo(DISTANCE));
        softly.assertAll();
    }
}
