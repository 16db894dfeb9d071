package org.cryptosmarttrader.ingest.texts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.live.AbsentAdapter;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/** The adapters of texts and indices, each as far as its settings and its key allow. */
public final class TextAdapters {

    private static final String OPENAI_HOST = "api.openai.com";

    private final TextSourceSettings settings;
    private final Secrets secrets;
    private final Live live;
    private final TextReading reading;

    private TextAdapters(TextSourceSettings settings, Secrets secrets, Live live, TextReading reading) {
        this.settings = settings;
        this.secrets = secrets;
        this.live = live;
        this.reading = reading;
    }

    /**
     * One for each source; one that is not listened to says why.
     *
     * @param reading what makes a text an event, as for files
     */
    public static List<Adapter> of(TextSourceSettings settings, Secrets secrets, Live live, TextReading reading) {
        return new TextAdapters(settings, secrets, live, reading).all();
    }

    /** Why a source is not listened to. */
    private static final class Absent extends Exception {
        private static final long serialVersionUID = 1L;

        Absent(String why) {
            super(why);
        }
    }

    @FunctionalInterface
    private interface Making {
        Adapter make() throws Absent, IOException;
    }

    private List<Adapter> all() {
        SaidTexts said = new SaidTexts(settings.openai().waiting());
        Adapter scoring = made(OpenAiScorer.ID, "openai", settings.openai().calls(), () -> scoring(said));
        SaidTexts heard = scoring instanceof AbsentAdapter ? SaidTexts.unheard() : said;
        List<Adapter> adapters = new ArrayList<>();
        adapters.add(made(NewsApi.ID, "newsapi", settings.newsapi().calls(), () -> newsapi(heard)));
        adapters.add(made(
                Gdelt.ID,
                "gdelt",
                settings.gdelt().calls(),
                () -> polled(new Gdelt(settings.gdelt(), live), settings.gdelt().polls(), heard)));
        adapters.add(made(Reddit.ID, "reddit", settings.reddit().calls(), () -> reddit(heard)));
        adapters.add(made(XSearch.ID, "x", settings.x().calls(), () -> x(heard)));
        adapters.add(made(FearGreedPoll.ID, "fearGreed", settings.fearGreed().calls(), this::fearGreed));
        adapters.add(scoring);
        return adapters;
    }

    private static Adapter made(String source, String block, TextSourceSettings.Calls calls, Making making) {
        if (!calls.listen()) {
            return new AbsentAdapter(
                    source, "%s: not listened to, as %s.listen in conf/ingest.yaml says".formatted(source, block));
        }
        try {
            return making.make();
        } catch (Absent | IOException e) {
            return new AbsentAdapter(source, "%s: %s".formatted(source, e.getMessage()));
        }
    }

    private Adapter newsapi(SaidTexts heard) throws Absent, IOException {
        String key = key("NEWSAPI_KEY");
        PeriodBudget calls = new PeriodBudget(
                live.folder().resolve("newsapi-calls.json"),
                "newsapi: calls a day (newsapi.callsPerDay)",
                PeriodBudget.Period.DAY,
                settings.newsapi().callsPerDay(),
                live.clock());
        return polled(
                new NewsApi(settings.newsapi(), key, calls, live),
                settings.newsapi().polls(),
                heard);
    }

    private Adapter reddit(SaidTexts heard) throws Absent, IOException {
        String id = key("REDDIT_CLIENT_ID");
        String secret = key("REDDIT_CLIENT_SECRET");
        if (settings.reddit().userAgent().isBlank()) {
            throw new Absent("does not listen to the nameless; say who asks with reddit.userAgent in conf/ingest.yaml");
        }
        return polled(
                new Reddit(settings.reddit(), id, secret, live),
                settings.reddit().polls(),
                heard);
    }

    private Adapter x(SaidTexts heard) throws Absent, IOException {
        String key = key("X_BEARER_TOKEN");
        PeriodBudget posts = new PeriodBudget(
                live.folder().resolve("x-posts.json"),
                "x: posts a month (x.postsPerMonth)",
                PeriodBudget.Period.MONTH,
                settings.x().postsPerMonth(),
                live.clock());
        return polled(new XSearch(settings.x(), key, posts, live), settings.x().polls(), heard);
    }

    private Adapter polled(TextSource source, TextSourceSettings.Polls polls, SaidTexts heard) {
        TextPoll poll = new TextPoll(source, polls.everyMillis(), reading, live, heard);
        return polled(source.id(), polls.everyMillis(), poll.last(), poll, source::health);
    }

    private Adapter fearGreed() {
        FearGreedPoll poll = new FearGreedPoll(settings.fearGreed(), live);
        return polled(FearGreedPoll.ID, settings.fearGreed().everyMillis(), 0, poll, poll::health);
    }

    private Adapter polled(
            String source,
            long everyMillis,
            long last,
            PolledAdapter.Poll poll,
            Supplier<SourceHealth.Snapshot> health) {
        Slots slots = new Slots(everyMillis, last, poll, live.clock());
        return new PolledAdapter(source, Slots.LOOK_MILLIS, slots, health, live.clock(), live.threads());
    }

    private Adapter scoring(SaidTexts said) throws Absent, IOException {
        boolean needsKey = OPENAI_HOST.equals(settings.openai().calls().base().getHost());
        String key =
                needsKey ? key("OPENAI_API_KEY") : secrets.of("OPENAI_API_KEY").orElse("");
        PeriodBudget tokens = new PeriodBudget(
                live.folder().resolve("openai-tokens.json"),
                "openai: tokens a day (openai.tokensPerDay)",
                PeriodBudget.Period.DAY,
                settings.openai().tokensPerDay(),
                live.clock());
        return new ScoringAdapter(
                settings.openai(), new OpenAiScorer(settings.openai(), key, live), tokens, said, live);
    }

    private String key(String name) throws Absent, IOException {
        return secrets.of(name)
                .orElseThrow(() -> new Absent(
                        "no key; put it into %s, or into a file of that name below secrets in the data folder"
                                .formatted(name)));
    }
}
