package org.cryptosmarttrader.wire.conf;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which sources of texts and indices are listened to, and how, from conf/ingest.yaml. */
public record TextSourceSettings(NewsApi newsapi, Gdelt gdelt, Reddit reddit, X x, FearGreed fearGreed, OpenAi openai) {

    /**
     * What all have in common.
     *
     * @param listen false if it is not to be asked at all
     * @param base address, without a slash at its end
     * @param connectMillis until a connection stands
     * @param readMillis until the last byte of a reply is here
     * @param attempts of one read, the first included
     */
    public record Calls(boolean listen, URI base, long connectMillis, long readMillis, int attempts) {}

    /**
     * How often a source is asked, and how far back.
     *
     * @param everyMillis from the beginning of one poll to that of the next; divides an hour
     * @param overlapMillis how much of what was read before is read again, for what shows up late
     * @param reachMillis how far back the source can be asked
     * @param pages of one poll at most
     */
    public record Polls(long everyMillis, long overlapMillis, long reachMillis, int pages) {}

    /**
     * @param delayMillis by which articles are held back on the plan of the key
     * @param callsPerDay of the plan, by UTC days
     */
    public record NewsApi(Calls calls, Polls polls, String query, String language, long delayMillis, int callsPerDay) {}

    /** @param betweenMillis from one call to the next at least */
    public record Gdelt(Calls calls, Polls polls, String query, long betweenMillis) {}

    /**
     * @param token address that gives tokens, without a slash at its end
     * @param userAgent says who asks, as Reddit demands; empty if not yet named
     */
    public record Reddit(Calls calls, Polls polls, URI token, String userAgent, List<String> subreddits) {}

    /** @param postsPerMonth hard limit of posts returned in a UTC month; each is paid for */
    public record X(Calls calls, Polls polls, String query, int postsPerMonth) {}

    /** @param days how many values are asked for */
    public record FearGreed(Calls calls, long everyMillis, int days) {}

    /**
     * A model behind the chat completions of OpenAI or a server like it.
     *
     * @param model pinned: its name means one set of weights
     * @param knowledgeUntil texts published earlier are not scored, since the model may know what came of them, epoch
     *     milliseconds
     * @param promptVersion of the prompt in the file; stands in the scorer's id
     * @param prompt what the model is told before the text
     * @param temperature empty if the model takes none
     * @param longestText characters of a text that are sent
     * @param mostTokens of an answer
     * @param tokensPerDay hard limit, by UTC days
     * @param waiting texts that may wait for a score
     */
    public record OpenAi(
            Calls calls,
            String model,
            long knowledgeUntil,
            String promptVersion,
            String prompt,
            Optional<Double> temperature,
            int longestText,
            int mostTokens,
            int tokensPerDay,
            int waiting) {}
}
