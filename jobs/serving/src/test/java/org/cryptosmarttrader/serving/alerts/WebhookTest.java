package org.cryptosmarttrader.serving.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A webhook")
class WebhookTest {

    private static final String SECRET = "https://hooks.example/services/T0/B0/s3cr3t";
    private static final AlertChange STOPPED = new AlertChange(
            "firing",
            "CstStopped",
            "the kill switch of RESEARCH in USD has tripped",
            Map.of("lane", "RESEARCH"),
            "docs/operations.md#stopped",
            Instant.parse("2026-01-02T03:04:05Z"));

    private static Webhook webhook(String shape) {
        return Webhook.of(Map.of(Webhook.ADDRESS, SECRET, Webhook.SHAPE, shape, Webhook.CHAT, "-1001"))
                .orElseThrow();
    }

    @Test
    void is_none_if_no_address_is_given() {
        assertThat(Webhook.of(Map.of(Webhook.SHAPE, "slack"))).isEmpty();
        assertThat(Webhook.of(Map.of(Webhook.ADDRESS, ""))).isEmpty();
    }

    @Test
    void of_slack_is_sent_a_text() {
        assertThat(webhook("slack").body(STOPPED))
                .isEqualTo(
                        "{\"text\":\"FIRING CstStopped: the kill switch of RESEARCH in USD has tripped (docs/operations.md#stopped)\"}");
    }

    @Test
    void of_slack_reads_no_markup_in_a_label() {
        AlertChange change = new AlertChange("resolved", "A", "<!channel> & co", Map.of(), "", Instant.EPOCH);

        assertThat(webhook("slack").body(change)).isEqualTo("{\"text\":\"RESOLVED A: &lt;!channel&gt; &amp; co\"}");
    }

    @Test
    void of_telegram_is_sent_a_chat_and_a_text() {
        assertThat(webhook("telegram").body(STOPPED))
                .isEqualTo(
                        "{\"chat_id\":\"-1001\",\"text\":\"FIRING CstStopped: the kill switch of RESEARCH in USD has tripped (docs/operations.md#stopped)\"}");
    }

    @Test
    void of_telegram_needs_a_chat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Webhook.of(Map.of(Webhook.ADDRESS, SECRET, Webhook.SHAPE, "telegram")))
                .withMessageContaining(Webhook.CHAT);
    }

    @Test
    void of_a_program_is_sent_every_field() {
        assertThat(webhook("json").body(STOPPED))
                .isEqualTo(
                        "{\"alert\":\"CstStopped\",\"at\":\"2026-01-02T03:04:05Z\",\"labels\":{\"lane\":\"RESEARCH\"},\"runbook\":\"docs/operations.md#stopped\",\"state\":\"firing\",\"summary\":\"the kill switch of RESEARCH in USD has tripped\"}");
    }

    @Test
    void does_not_print_its_address() {
        assertThat(webhook("slack")).hasToString("webhook of shape slack at hooks.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/s3cr3t",
                "ftp://x/s3cr3t",
                "s3cr3t",
                "https:///s3cr3t",
                "https://h/s3cr3t with blanks"
            })
    void is_refused_without_quoting_it_if_it_would_travel_in_clear_text(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Webhook.of(Map.of(Webhook.ADDRESS, address)))
                .withMessageStartingWith(Webhook.ADDRESS)
                .withMessageNotContaining("s3cr3t")
                .withNoCause();
    }

    @Test
    void of_another_shape_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhook("pager"))
                .withMessage("CST_ALERT_SHAPE: json, slack or telegram");
    }
}
