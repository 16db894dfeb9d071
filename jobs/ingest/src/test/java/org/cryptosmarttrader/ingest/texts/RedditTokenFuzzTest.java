package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reply of Reddit's token server, whatever it is")
class RedditTokenFuzzTest {

    @TempDir
    static Path folder;

    private static RedditToken source;

    @BeforeAll
    static void make() throws Exception {
        source = new RedditToken(
                new TextSourceSettings.Reddit(
                        AnyReplies.CALLS, AnyReplies.POLLS, AnyReplies.CALLS.base(), "test", List.of("bitcoin")),
                "id",
                "s3cret",
                AnyReplies.live(folder));
    }

    @FuzzTest
    void is_a_token_that_a_header_can_carry_or_refused_by_name(byte[] body) throws Exception {
        AnyReplies.requireAnswer(
                "reddit", body, reply -> assertThat(source.take(reply)).isTrue(), RedditToken::refusal);
    }
}
