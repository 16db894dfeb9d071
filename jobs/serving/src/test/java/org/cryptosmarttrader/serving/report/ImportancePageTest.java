package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cryptosmarttrader.wire.models.Importances;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@DisplayName("The page of what a model owes to its columns")
class ImportancePageTest {

    @TempDir
    Path folder;

    private final String page = ImportancePage.of(Importances.some());

    @Test
    void is_well_formed_and_asks_nobody_for_anything() throws Exception {
        String xml = page.substring("<!DOCTYPE html>\n".length());

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getElementsByTagName("table")
                        .getLength())
                .isEqualTo(5);
        assertThat(page).doesNotContain("<script", "http://", "https://");
    }

    @Test
    void states_the_rows_and_the_independent_outcomes_beside_the_figures() {
        assertThat(page).contains("66,528, of 2,016 decisions from 1970-01-01T00:00:00Z", "<td>84.0</td>");
    }

    @Test
    void names_what_was_absent_outside_the_tables_of_worth() {
        assertThat(page.indexOf("onchain")).isGreaterThan(page.indexOf("Groups that were not there"));
        assertThat(page).contains("<th scope=\"row\">onchain</th><td>no value in the training block</td>");
    }

    @Test
    void shows_what_chance_alone_changes_beside_what_a_group_adds() {
        assertThat(page)
                .contains("<th scope=\"row\">sentiment</th><td>+0.00050</td><td>-0.00020</td><td>+0.00120</td>")
                .contains("<th scope=\"row\">none, another seed</th><td>+0.00000</td>");
    }

    @Test
    void lies_beside_the_card_and_says_where() throws IOException {
        Path file = ImportancePage.write(folder, Importances.some());

        assertThat(file).isEqualTo(folder.resolve("importance.html"));
        assertThat(Files.readString(file)).isEqualTo(page);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
