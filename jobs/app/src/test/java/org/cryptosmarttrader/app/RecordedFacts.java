package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;

/** Recorded news and daily metrics, taken into an archive by command. */
public final class RecordedFacts {

    private static final String TEXTS = "sentiment/cryptonews-2021-2022/";

    private RecordedFacts() {}

    /** @param covers span in which the file holds all news */
    public static void takeNews(Path archive, String covers) {
        String news = file(TEXTS + "cryptonews.csv.gz");
        take(archive, "import-text", "--format", "cryptonews", "--from", news, "--covers", covers);
    }

    /** Tweets, of which some have no text. */
    public static void takeTweets(Path archive, String covers) {
        String tweets = file(TEXTS + "ethereum_tweets.csv.gz");
        take(archive, "import-text", "--format", "tweets", "--quarantine", "--from", tweets, "--covers", covers);
    }

    /** Metrics of Bitcoin's chain, fear and greed, funding. */
    public static void takeMetrics(Path archive) {
        take(archive, "import-chain", "--format", "coinmetrics", "--from", file("onchain/coinmetrics-btc/btc.csv.gz"));
        String daily = "sentiment/fear-greed-daily/";
        take(archive, "import-chain", "--format", "fear-greed", "--from", file(daily + "fear_greed.csv"));
        String funding = file(daily + "binance_btcusdt_funding_daily.csv");
        take(archive, "import-chain", "--format", "funding-daily", "--from", funding);
    }

    /** Runs a command that takes something into an archive. */
    public static void take(Path archive, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", archive.toString()));
        Answer answer = Answer.to(all.toArray(String[]::new));
        assertThat(answer.exit()).as("%s%n%s", all, answer.err()).isZero();
    }

    private static String file(String name) {
        return Golden.shared("data/" + name).toString();
    }
}
