package org.cryptosmarttrader.serving.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What they answer is compared by {@code QuickstartITCase}; here they must be statements of the views as they are. */
@DisplayName("The queries of docs/analysts.md and its notebook")
class AnalystsPageTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern ON_PAGE = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IN_NOTEBOOK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);

    @TempDir
    static Path folder;

    private static AnalystDb db;

    @BeforeAll
    static void run() throws IOException, SQLException {
        db = AnalystDb.with(RunViews.of(RunScene.fiveHours(folder.resolve("run"))
                .withAccounts()
                .forecast(0, "boosted", "champion", "b1", 0.5, RunScene.FIRST, 0.7)
                .known(-2, RunScene.PAIR, 0.01, "sentiment")
                .label(-2, RunScene.PAIR, 0.01, 1, 110)
                .coverage(3, "HIGH/UP", 10, 7)
                .sealed()));
    }

    @AfterAll
    static void close() throws SQLException {
        db.close();
    }

    static List<String> onPage() throws IOException {
        return found(ON_PAGE, Files.readString(DOCS.resolve("analysts.md"))).toList();
    }

    static List<String> inNotebook() throws IOException {
        return cells().flatMap(cell -> found(IN_NOTEBOOK, cell)).toList();
    }

    private static Stream<String> cells() throws IOException {
        return StreamSupport.stream(
                        Json.mapper()
                                .readTree(
                                        DOCS.resolve("examples/analysts.ipynb").toFile())
                                .get("cells")
                                .spliterator(),
                        false)
                .filter(cell -> cell.get("cell_type").asText().equals("code"))
                .map(cell -> {
                    StringBuilder source = new StringBuilder();
                    cell.get("source").forEach(line -> source.append(line.asText()));
                    return source.toString();
                });
    }

    private static Stream<String> found(Pattern query, String text) {
        return query.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource({"onPage", "inNotebook"})
    void have_answers(String query) throws SQLException {
        assertThat(db.rows(query)).isNotEmpty();
    }

    @Test
    void are_found() throws IOException {
        assertThat(onPage()).hasSizeGreaterThan(8);
        assertThat(inNotebook()).hasSizeGreaterThan(5);
    }

    @Test
    void are_kept_without_answers_in_the_notebook() throws IOException {
        assertThat(Files.readString(DOCS.resolve("examples/analysts.ipynb")))
                .contains("\"outputs\": []")
                .doesNotContain("\"output_type\"", "\"execution_count\": 1");
    }
}
