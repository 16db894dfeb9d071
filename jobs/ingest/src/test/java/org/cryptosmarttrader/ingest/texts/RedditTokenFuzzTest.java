package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.ingest.net.SourceException;
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
    void is_a_token_that_a_header_can_carry_or_refused_by_name(byte[] reply) throws Exception {
        try {
            assertThat(source.take(AnyReplies.reply(reply))).isTrue();
        } catch (SourceException refused) {
            assertThat(refused).hasMessageStartingWith("reddit");
            AnyReplies.requireBearable(refused);
        }
        for (int status : new int[] {401, 403, 404, 409, 429, 500}) {
            AnyReplies.requireBearable(
                    RedditToken.refusal(AnyReplies.reply(reply, status), "reddit: HTTP " + status, "said"));
        }
    }
}
