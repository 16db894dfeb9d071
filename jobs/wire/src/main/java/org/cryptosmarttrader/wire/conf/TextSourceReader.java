package org.cryptosmarttrader.wire.conf;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.cryptosmarttrader.time.TickGrid;

/** Reads the blocks of conf/ingest.yaml that say which texts and indices are listened to. */
final class TextSourceReader {

    /** NewsAPI and X refuse longer ones; of GDELT it keeps the address short enough. */
    private static final int LONGEST_QUERY = 500;

    private static final int FEWEST_POSTS = 10;

    private final ConfFile file;

    private TextSourceReader(ConfFile file) {
        this.file = file;
    }

    static TextSourceSettings read(ConfFile file) {
        TextSourceReader reader = new TextSourceReader(file);
        return new TextSourceSettings(
                reader.newsapi(), reader.gdelt(), reader.reddit(), reader.x(), reader.fearGreed(), reader.openai());
    }

    private TextSourceSettings.NewsApi newsapi() {
        return new TextSourceSettings.NewsApi(
                calls("newsapi"),
                polls("newsapi"),
                query("newsapi.query"),
                file.text("newsapi.language"),
                file.duration("newsapi.delay"),
                atLeast(1, "newsapi.callsPerDay"));
    }

    private TextSourceSettings.Gdelt gdelt() {
        return new TextSourceSettings.Gdelt(
                calls("gdelt"), polls("gdelt"), query("gdelt.query"), file.duration("gdelt.between"));
    }

    private TextSourceSettings.Reddit reddit() {
        for (String name : file.texts("reddit.subreddits")) {
            if (!name.matches("[A-Za-z0-9_]{2,21}")) {
                file.fault("reddit.subreddits", name, "names of subreddits without r/, e.g. [Bitcoin]");
            }
        }
        return new TextSourceSettings.Reddit(
                calls("reddit"),
                polls("reddit"),
                address("reddit.token"),
                file.text("reddit.userAgent"),
                file.texts("reddit.subreddits"));
    }

    private TextSourceSettings.X x() {
        return new TextSourceSettings.X(
                calls("x"), polls("x"), query("x.query"), atLeast(FEWEST_POSTS, "x.postsPerMonth"));
    }

    private TextSourceSettings.FearGreed fearGreed() {
        return new TextSourceSettings.FearGreed(
                calls("fearGreed"), every("fearGreed.every"), atLeast(2, "fearGreed.days"));
    }

    private TextSourceSettings.OpenAi openai() {
        return new TextSourceSettings.OpenAi(
                calls("openai"),
                word("openai.model", "\\S{1,200}"),
                file.instant("openai.knowledgeUntil"),
                word("openai.promptVersion", "[A-Za-z0-9._-]{1,20}"),
                file.text("openai.prompt"),
                file.optionalDecimal("openai.temperature").map(Number::doubleValue),
                atLeast(1, "openai.longestText"),
                atLeast(1, "openai.mostTokens"),
                atLeast(1, "openai.tokensPerDay"),
                atLeast(1, "openai.waiting"));
    }

    private TextSourceSettings.Calls calls(String block) {
        return new TextSourceSettings.Calls(
                file.flag(block + ".listen"),
                address(block + ".base"),
                file.duration(block + ".connectTimeout"),
                file.duration(block + ".readTimeout"),
                atLeast(1, block + ".attempts"));
    }

    private TextSourceSettings.Polls polls(String block) {
        return new TextSourceSettings.Polls(
                every(block + ".every"),
                file.duration(block + ".overlap"),
                file.duration(block + ".reach"),
                atLeast(1, block + ".pages"));
    }

    /** Only what divides an hour has a poll at each hour's end, and only so is the hour known to be whole in time. */
    private long every(String key) {
        long every = file.duration(key);
        if (file.isSound(key) && (every < TickGrid.MINUTE || TickGrid.HOUR % every != 0)) {
            file.fault(key, every + "ms", "a minute or more that divides an hour, e.g. 15m");
        }
        return every;
    }

    private String query(String key) {
        String query = file.text(key);
        if (file.isSound(key) && (query.isBlank() || query.length() > LONGEST_QUERY)) {
            file.fault(key, query.length() + " characters long", "1 to %d characters".formatted(LONGEST_QUERY));
        }
        return query;
    }

    private String word(String key, String form) {
        String word = file.text(key);
        if (file.isSound(key) && !word.matches(form)) {
            file.fault(key, "'" + word + "'", "a word of the form " + form);
        }
        return word;
    }

    private int atLeast(int least, String key) {
        int value = file.whole(key);
        if (file.isSound(key) && value < least) {
            file.fault(key, value, "%d or more".formatted(least));
        }
        return value;
    }

    private URI address(String key) {
        String text = file.text(key);
        Optional<URI> address = parsed(text);
        if (file.isSound(key) && address.isEmpty()) {
            file.fault(key, text, "an address of http or https without a slash at its end");
        }
        return address.orElse(URI.create(""));
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI address = URI.create(text);
            boolean isOne = Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && !text.endsWith("/");
            return isOne ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // said by the caller, with the key
        }
    }
}
