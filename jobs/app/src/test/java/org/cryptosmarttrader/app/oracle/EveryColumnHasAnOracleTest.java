package org.cryptosmarttrader.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every column of the catalogue")
class EveryColumnHasAnOracleTest {

    static List<String> columns() {
        return StandardFeatures.with(Configuration.read(Answer.home().resolve("conf"), Map.of())
                        .hiddenMarkov())
                .names();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void has_an_oracle(String column) {
        assertThat(Oracles.of(column))
                .as("%s: name in Oracles what it is compared with that is independent of it", column)
                .isNotEmpty();
    }

    @Test
    void that_SQL_says_is_a_column() {
        assertThat(columns()).containsAll(SqlColumns.queries().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void is_compared_by_a_test_that_exists(Oracles oracle) throws IOException {
        assertThat(columns()).anyMatch(oracle::says);
        try (Stream<Path> udfs = Files.walk(Answer.home().resolve("udfs/src/test"));
                Stream<Path> here = Files.walk(Answer.home().resolve("jobs/app/src/test"))) {
            assertThat(Stream.concat(udfs, here).map(file -> file.getFileName().toString()))
                    .contains(oracle.test() + ".java");
        }
    }
}
