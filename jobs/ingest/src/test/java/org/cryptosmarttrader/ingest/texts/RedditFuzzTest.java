package org.cryptosmarttrader.ingest.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reply of Reddit, whatever it is")
class RedditFuzzTest {

    @TempDir
    static Path folder;

    private static Reddit source;

    @BeforeAll
    static void make() throws Exception {
        source = new Reddit(
                new TextSourceSettings.Reddit(
                        AnyReplies.CALLS, AnyReplies.POLLS, AnyReplies.CALLS.base(), "test", List.of("bitcoin")),
                "id",
                "s3cret",
                AnyReplies.live(folder));
    }

    @FuzzTest
    void is_a_page_of_sound_texts_or_refused_by_name(byte[] body) throws Exception {
        AnyReplies.requireAnswer(
                "reddit",
                body,
                reply -> AnyReplies.requireSound(source.read(reply).page(), "data.children"),
                Reddit::refusal);
    }
}
