package org.cryptosmarttrader.serving.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The alert rules")
class AlertRulesTest {

    private static final Path HOME = Path.of("../..");
    private static final Pattern METRIC = Pattern.compile("cst_[a-z_]+");

    private static JsonNode rules() throws IOException {
        return new YAMLMapper()
                .readTree(HOME.resolve("deploy/alerts.yaml").toFile())
                .get("groups")
                .get(0)
                .get("rules");
    }

    @Test
    void name_metrics_that_are_collected() throws IOException {
        Path code = Path.of("src/main/java/org/cryptosmarttrader/serving/metrics/RunCollector.java");
        Set<String> collected = METRIC.matcher(Files.readString(code))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        for (JsonNode rule : rules()) {
            Set<String> named = METRIC.matcher(rule.get("expr").asText())
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(collected).as(rule.get("alert").asText()).containsAll(named);
        }
    }

    @Test
    void say_what_to_do_in_a_place_that_exists() throws IOException {
        Set<String> places = Files.readAllLines(HOME.resolve("docs/operations.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
        for (JsonNode rule : rules()) {
            String runbook = rule.get("annotations").get("runbook_url").asText();
            assertThat(runbook).startsWith("docs/operations.md#");
            assertThat(places).contains(runbook.substring(runbook.indexOf('#') + 1));
            assertThat(rule.get("annotations").get("summary").asText()).isNotBlank();
            assertThat(rule.get("labels").get("severity").asText()).isIn("page", "ticket");
        }
    }
}
