package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An answer of a language model, whatever it is")
class OpenAiScorerFuzzTest {

    @TempDir
    static Path folder;

    private static OpenAiScorer source;

    @BeforeAll
    static void make() throws Exception {
        source = new OpenAiScorer(
                new TextSourceSettings.OpenAi(
                        AnyReplies.CALLS, "m", 0, "1", "score", Optional.empty(), 1_000, 100, 10_000, 10),
                "k3y",
                AnyReplies.live(folder));
    }

    @FuzzTest
    void is_a_score_or_says_why_there_is_none(byte[] body) throws Exception {
        AnyReplies.requireAnswer(
                "openai",
                body,
                reply -> {
                    OpenAiScorer.Answer answer = source.read(reply);
                    assertThat(answer.why().isEmpty()).isEqualTo(Math.abs(answer.score()) <= 1);
                    assertThat(answer.tokens()).isGreaterThanOrEqualTo(-1);
                },
                source::refusal);
    }
}
