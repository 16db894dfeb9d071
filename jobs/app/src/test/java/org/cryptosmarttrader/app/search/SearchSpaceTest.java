package org.cryptosmarttrader.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a search tries")
class SearchSpaceTest {

    @Test
    void is_every_combination() {
        SearchSpace space = SearchSpace.of(List.of("strategy.use=momentum,flat", "risk.gross.max=0.5,1"));

        assertThat(space.combinations())
                .extracting(Object::toString)
                .containsExactly(
                        "{risk.gross.max=0.5, strategy.use=momentum}",
                        "{risk.gross.max=1, strategy.use=momentum}",
                        "{risk.gross.max=0.5, strategy.use=flat}",
                        "{risk.gross.max=1, strategy.use=flat}");
    }

    @Test
    void leaves_alone_what_is_forecast() {
        for (String word : List.of("horizons.alpha=0.1,0.2", "strategy.use", "gates.x=1")) {
            assertThatThrownBy(() -> SearchSpace.of(List.of(word)))
                    .hasMessageStartingWith("--over " + word + ": expected FILE.KEY=VALUE,VALUE");
        }
    }

    @Test
    void has_each_setting_once_and_an_end() {
        assertThatThrownBy(() -> SearchSpace.of(List.of("risk.gross.max=0.5", "risk.gross.max=1")))
                .hasMessage("--over risk.gross.max=1: risk.gross.max twice; name all its values once");
        String many = String.join(",", Collections.nCopies(40, "1"));
        assertThatThrownBy(() -> SearchSpace.of(List.of("risk.gross.max=" + many, "risk.pair.maxWeight=" + many)))
                .hasMessage("--over: 1,600 combinations, expected at most 1,000; name fewer values");
    }
}
