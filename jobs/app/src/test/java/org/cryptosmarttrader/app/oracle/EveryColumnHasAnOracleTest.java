package org.cryptosmarttrader.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.Described;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every column of the catalogue")
class EveryColumnHasAnOracleTest {

    static List<Described> columns() {
        return StandardFeatures.with(Configuration.read(Answer.home().resolve("conf"), Map.of())
                        .hiddenMarkov())
                .columns();
    }

    private static List<String> names() {
        return columns().stream().map(Described::name).toList();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void has_an_oracle_or_a_test_with_values_by_hand(Described column) throws IOException {
        assertThat(Oracles.of(column))
                .as(
                        "%s: write %s with values by hand, or name in Oracles what is independent of it",
                        column.name(), Oracles.ownTest(column))
                .isNotEmpty();
    }

    @Test
    void that_SQL_says_is_a_column() {
        assertThat(names()).containsAll(SqlColumns.queries().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void is_compared_by_a_test_that_exists(Oracles oracle) throws IOException {
        assertThat(names()).anyMatch(oracle::says);
        assertThat(Oracles.isTest(oracle.test())).as(oracle.test()).isTrue();
    }
}
