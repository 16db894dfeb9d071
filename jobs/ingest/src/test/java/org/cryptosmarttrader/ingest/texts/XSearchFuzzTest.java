package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reply of X, whatever it is")
class XSearchFuzzTest {

    @TempDir
    static Path folder;

    private static XSearch source;

    @BeforeAll
    static void make() throws Exception {
        source = new XSearch(
                new TextSourceSettings.X(AnyReplies.CALLS, AnyReplies.POLLS, "bitcoin", 1_000),
                "k3y",
                new PeriodBudget(
                        folder.resolve("budget.json"),
                        "posts",
                        PeriodBudget.Period.MONTH,
                        1_000,
                        AnyReplies.live(folder).clock()),
                AnyReplies.live(folder));
    }

    @FuzzTest
    void is_a_page_of_sound_texts_or_refused_by_name(byte[] body) throws Exception {
        AnyReplies.requireAnswer(
                "x",
                body,
                reply -> {
                    XSearch.Found found = source.read(reply);
                    AnyReplies.requireSound(found.page(), "data");
                    assertThat(found.count())
                            .isGreaterThanOrEqualTo(found.page().texts().size());
                    assertThat(found.newest()).matches("[0-9]{0,19}");
                },
                source::refusal);
    }
}
