package org.cryptosmarttrader.ingest.facts.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.FactImport;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.texts.TextAvailability;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.CoinsReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are counted apart from the importer: line ends outside of quotes, the header left out. */
@Tag("long")
@DisplayName("The recorded texts, whole")
class RecordedTextsTest {

    private static final Path CONF = Path.of("../../conf");

    @TempDir
    Path folder;

    private FactReport imports(Path from, String format, String covers) throws IOException {
        TextSettings settings = new TextSettings(
                format,
                "",
                "",
                Optional.ofNullable(covers).map(Covers::parse),
                new TextAvailability(15 * TickGrid.MINUTE),
                CoinsReader.read(CONF));
        long begin = System.nanoTime();
        FactReport report = new FactImport(folder.resolve("archive"), new TextLayout(settings), false)
                .run(List.of(from.toString()), progress -> {});
        System.out.printf("%s%.1f s%n", report.text(), (System.nanoTime() - begin) / 1e9);
        return report;
    }

    @Test
    void of_news_come_in_item_by_item_and_only_once() throws IOException {
        String name = "sentiment/cryptonews-2021-2022/cryptonews.csv.gz";
        Path file = Golden.shared("data/" + name);

        FactReport report = imports(file, "cryptonews", "2021-10-12/2022-07-05");

        assertWhole(report, records(name));
        // 266 days
        assertThat(report.files().get(0).rows()).containsEntry("health", 266L * 24);
        assertThat(imports(file, "cryptonews", "2021-10-12/2022-07-05").commit())
                .isZero();
    }

    @Test
    void of_posts_come_in_one_by_one() throws IOException {
        String name = "sentiment/cryptonews-2021-2022/ethereum_tweets.csv.gz";

        assertWhole(imports(Golden.shared("data/" + name), "tweets", null), records(name));
    }

    @Test
    void of_days_come_in_article_by_article() throws IOException {
        String name = "sentiment/news-2017-2019/news_2017-2019.csv.gz";

        assertWhole(imports(Golden.shared("data/" + name), "news-days", null), records(name));
    }

    /** No bad rows are known in these files; what is not a text repeats one. */
    private static void assertWhole(FactReport report, long records) {
        FactReport.FileReport file = report.files().get(0);
        Map<String, Long> counts = file.counts();
        assertThat(counts).containsEntry("rows read", records).containsEntry("rows set aside", 0L);
        assertThat(counts.get("texts") + counts.get("rows repeated")).isEqualTo(records);
        assertThat(file.rows()).containsEntry("text", counts.get("texts"));
        assertThat(file.conflicts()).isZero();
    }

    private static long records(String name) {
        String text = Golden.lines(name).stream().collect(Collectors.joining("\n", "", "\n"));
        boolean isQuoted = false;
        long ends = 0;
        for (char c : text.toCharArray()) {
            isQuoted ^= c == '"';
            ends += c == '\n' && !isQuoted ? 1 : 0;
        }
        return ends - 1;
    }
}
