package org.cryptosmarttrader.ingest.texts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.texts.TextWords;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * Scores the texts that others handed over, one after another, each once. A text whose score fails stays without one; none is
 * made up for it, and nobody waits for it.
 */
final class ScoringAdapter implements Adapter {

    private static final long LOOK_MILLIS = 1_000;

    private final OpenAiScorer scorer;
    private final ScoreCache cache;
    private final PeriodBudget tokens;
    private final SaidTexts texts;
    private final Live live;
    private final long knowledgeUntil;
    private final PolledAdapter polled;
    /** Epoch milliseconds; of the polling thread alone. */
    private long quietUntil;

    private final AtomicLong missing = new AtomicLong();
    private final AtomicReference<String> lastWhy = new AtomicReference<>("");

    /** @param tokens of a day */
    ScoringAdapter(
            TextSourceSettings.OpenAi settings, OpenAiScorer scorer, PeriodBudget tokens, SaidTexts texts, Live live) {
        this.scorer = scorer;
        this.cache = new ScoreCache(live.folder().resolve("scores"), scorer.scorer());
        this.tokens = tokens;
        this.texts = texts;
        this.live = live;
        this.knowledgeUntil = settings.knowledgeUntil();
        this.polled = new PolledAdapter(
                OpenAiScorer.ID, LOOK_MILLIS, this::scoreWaiting, scorer::health, live.clock(), live.threads());
    }

    @Override
    public String source() {
        return OpenAiScorer.ID;
    }

    @Override
    public void start() {
        polled.start();
    }

    /** Scores all that wait, unless the server wants to be left alone. */
    void scoreWaiting() throws SourceException, InterruptedException {
        while (live.clock().millis() >= quietUntil) {
            SaidTexts.Said text = texts.poll();
            if (text == null) {
                return;
            }
            try {
                score(text);
            } catch (SourceException e) {
                miss(e.getMessage());
                if (e.kind() == SourceException.Kind.DISABLED) {
                    throw e;
                }
            }
        }
    }

    private void miss(String why) {
        missing.incrementAndGet();
        lastWhy.set(why);
    }

    private void score(SaidTexts.Said text) throws SourceException, InterruptedException {
        if (text.publishedAt() < knowledgeUntil || TextWords.of(text.text()).isEmpty()) {
            return; // a score of it would be no judgement
        }
        Optional<ScoreCache.Kept> known = cache.get(text.text());
        Optional<ScoreCache.Kept> kept = known.isPresent() ? known : ask(text.text());
        if (kept.isPresent()) {
            hand(text, kept.get());
        }
    }

    private Optional<ScoreCache.Kept> ask(String text) throws SourceException, InterruptedException {
        long most = scorer.tokensAtMost(text);
        tokens.take(most);
        OpenAiScorer.Answer answer;
        try {
            answer = scorer.ask(text);
        } catch (SourceException e) {
            if (scorer.isRefused(e)) {
                tokens.settle(most, 0);
            }
            quietUntil = live.clock().millis() + e.retryAfterMillis();
            throw e;
        }
        if (answer.tokens() >= 0) {
            tokens.settle(most, answer.tokens());
        }
        live.rawLog().keep(OpenAiScorer.ID, answer.reply().url(), answer.reply().body());
        if (Double.isNaN(answer.score())) {
            miss("%s: %s; the text stays without a score".formatted(OpenAiScorer.ID, answer.why()));
            return Optional.empty();
        }
        ScoreCache.Kept kept = new ScoreCache.Kept(
                scorer.scorer(),
                answer.score(),
                answer.reply().fetchedAt(),
                answer.tokens(),
                new String(answer.reply().body(), StandardCharsets.UTF_8));
        cache.put(text, kept);
        return Optional.of(kept);
    }

    /** Behind the text: at one instant the order of sources decides, and a score of an unknown text is lost. */
    private void hand(SaidTexts.Said text, ScoreCache.Kept kept) throws InterruptedException {
        live.clock().await(text.availableAt() + 1);
        live.receipts()
                .put(List.of(Heard.fact(
                        EventKind.SCORE,
                        OpenAiScorer.ID,
                        TextIdentity.ofScore(text.identity(), scorer.scorer()),
                        0,
                        live.clock().millis(),
                        new double[] {kept.score()},
                        new String[] {text.identity(), scorer.scorer()},
                        kept.payloadHash())));
    }

    @Override
    public SourceHealth.Snapshot health() {
        return scorer.health();
    }

    @Override
    public List<String> complaints() {
        List<String> all = new ArrayList<>(polled.complaints());
        if (missing.get() > 0) {
            all.add("openai: %d texts without a score since the start; the last because of: %s"
                    .formatted(missing.get(), lastWhy.get()));
        }
        if (texts.leftOut() > 0) {
            all.add("openai: %d texts came faster than they are scored and go without; raise openai.waiting"
                    .formatted(texts.leftOut()));
        }
        return all;
    }

    @Override
    public void close() {
        polled.close();
    }
}
