package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reply of NewsAPI, whatever it is")
class NewsApiFuzzTest {

    @TempDir
    static Path folder;

    private static NewsApi source;

    @BeforeAll
    static void make() throws Exception {
        source = new NewsApi(
                new TextSourceSettings.NewsApi(AnyReplies.CALLS, AnyReplies.POLLS, "bitcoin", "en", 0, 100),
                "k3y",
                new PeriodBudget(
                        folder.resolve("budget.json"),
                        "calls",
                        PeriodBudget.Period.DAY,
                        100,
                        AnyReplies.live(folder).clock()),
                AnyReplies.live(folder));
    }

    @FuzzTest
    void is_a_page_of_sound_texts_or_refused_by_name(byte[] body) throws Exception {
        AnyReplies.requireAnswer(
                "newsapi",
                body,
                reply -> {
                    SpanWalk.Slice slice = source.read(reply, AnyReplies.NOW);
                    AnyReplies.requireSound(slice.page(), "articles");
                    assertThat(slice.oldest()).isLessThanOrEqualTo(AnyReplies.NOW);
                },
                source::refusal);
    }
}
