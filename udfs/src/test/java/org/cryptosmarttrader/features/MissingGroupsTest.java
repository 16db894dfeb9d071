package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A group of features is missing")
class MissingGroupsTest {

    private static final double NONE = Double.NaN;

    /** Columns a0, a1, b0, c0. */
    private final MissingGroups groups = groups(List.of("a", "b", "c"));

    private static MissingGroups groups(List<String> names) {
        return new MissingGroups(names, new int[] {0, 0, 1, 2}, column -> column != 2);
    }

    @Test
    void if_all_its_columns_are() {
        assertThat(groups.of(new double[] {NONE, 0, 1, 1})).isEmpty();
        assertThat(groups.of(new double[] {NONE, NONE, 1, 1})).isEqualTo("a");
        assertThat(groups.of(new double[] {NONE, NONE, NONE, NONE})).isEqualTo("a c");
        assertThat(groups.of(new double[] {1, NONE, NONE, NONE})).isEqualTo("c");
    }

    @Test
    void only_if_one_of_its_columns_counts() {
        assertThat(groups.of(new double[] {1, 1, NONE, 1})).isEmpty();
    }

    @Test
    void and_a_65th_group_is_refused() {
        List<String> many = Collections.nCopies(65, "group");

        assertThatThrownBy(() -> groups(many)).hasMessageContaining("65 groups, expected at most 64");
    }
}
