package org.cryptosmarttrader.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Answers given lately")
class AnswersTest {

    private final Answers answers = new Answers(10);

    @Test
    void are_given_again_by_their_tag() {
        answers.keep("a", new byte[] {1, 2});

        assertThat(answers.of("a")).contains(new byte[] {1, 2});
        assertThat(answers.of("b")).isEmpty();
    }

    @Test
    void make_room_if_they_were_not_asked_for_longest() {
        answers.keep("a", new byte[4]);
        answers.keep("b", new byte[4]);
        answers.of("a");
        answers.keep("c", new byte[4]);

        assertThat(answers.of("a")).isPresent();
        assertThat(answers.of("b")).isEmpty();
        assertThat(answers.of("c")).isPresent();
    }

    @Test
    void count_once_if_they_are_given_twice() {
        answers.keep("a", new byte[4]);
        answers.keep("a", new byte[4]);
        answers.keep("b", new byte[6]);

        assertThat(answers.of("a")).isPresent();
    }

    @Test
    void are_not_kept_if_they_are_larger_than_all_may_be() {
        answers.keep("a", new byte[11]);

        assertThat(answers.of("a")).isEmpty();
    }
}
