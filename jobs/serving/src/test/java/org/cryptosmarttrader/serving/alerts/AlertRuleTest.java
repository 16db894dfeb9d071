package org.cryptosmarttrader.serving.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of the webhook")
class AlertRuleTest {

    /** What Prometheus goes by, without the one rule that cannot be looked at from inside. */
    private static Map<String, JsonNode> prometheus() throws IOException {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        JsonNode rules = new YAMLMapper()
                .readTree(Path.of("../../deploy/alerts.yaml").toFile())
                .at("/groups/0/rules");
        rules.forEach(rule -> byName.put(rule.get("alert").asText(), rule));
        assertThat(byName.remove("CstDown")).isNotNull();
        return byName;
    }

    private static String lasting(AlertRule rule) {
        long minutes = rule.lasting().toMinutes();
        return minutes == 0 ? "" : minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }

    private static String selector(AlertRule rule) {
        return rule.where().entrySet().stream()
                .map(label -> "%s=\"%s\"".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining(",", rule.metric() + "{", "}"))
                .replace("{}", "");
    }

    @Test
    void are_those_of_prometheus() throws IOException {
        Map<String, JsonNode> prometheus = prometheus();

        assertThat(AlertRule.ALL).extracting(AlertRule::alert).containsExactlyElementsOf(prometheus.keySet());
        for (AlertRule rule : AlertRule.ALL) {
            JsonNode other = prometheus.get(rule.alert());
            assertThat(other.path("for").asText()).as(rule.alert()).isEqualTo(lasting(rule));
            assertThat(other.at("/annotations/summary").asText()).isEqualTo(rule.summary());
            assertThat(other.at("/annotations/runbook_url").asText()).isEqualTo(rule.runbook());
            assertThat(other.get("expr").asText()).contains(selector(rule));
        }
    }

    @Test
    void draw_the_line_where_prometheus_does() throws IOException {
        double now = 1_800_000_000;
        for (AlertRule rule : AlertRule.ALL) {
            String[] words = prometheus().get(rule.alert()).get("expr").asText().split(" ");
            double line = Double.parseDouble(words[words.length - 1]);
            boolean isAge = words[0].equals("time()");
            double at = isAge ? now - line : line;
            double beyond = isAge ? at - 1 : at + 1;
            boolean isEqual = words[words.length - 2].equals("==");
            assertThat(rule.condition().holds(at, now)).as(rule.alert()).isEqualTo(isEqual);
            assertThat(rule.condition().holds(beyond, now)).as(rule.alert()).isEqualTo(!isEqual);
        }
    }
}
