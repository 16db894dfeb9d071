package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceException.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs.kraken.com, errors; texts as kraken-cli matches them. */
@DisplayName("Kraken's errors")
class KrakenErrorsTest {

    private static final long RATE_WAIT = 7_000;

    private final List<String> unknown = new ArrayList<>();
    private final KrakenErrors errors = new KrakenErrors(() -> Scene.START, () -> RATE_WAIT, unknown::add);

    private SourceException failure(String envelope) {
        try {
            throw new AssertionError("a result: " + errors.result(KrakenJson.tree(Scene.bytes(envelope))));
        } catch (SourceException e) {
            return e;
        }
    }

    private SourceException error(String text) {
        return failure("{\"error\":[\"%s\"]}".formatted(text));
    }

    @ParameterizedTest
    @CsvSource({
        "EAPI:Rate limit exceeded, RETRY, 7000",
        "EGeneral:Too many requests, RETRY, 7000",
        "EOrder:Rate limit exceeded, RETRY, 7000",
        "EService:Throttled: 1762819212, RETRY, 12000",
        "EService:Throttled:1762819212, RETRY, 12000",
        "EService:Throttled, RETRY, 7000",
        "EService:Throttled: 1662819212, RETRY, 7000",
        "EService:Unavailable, RETRY, 0",
        "EService:Busy, RETRY, 0",
        "EGeneral:Internal error, RETRY, 0",
        "EDatabase:Internal error, RETRY, 0",
        "EGeneral:Temporary lockout, RETRY, 900000",
        "EService:Market in cancel_only mode, FINAL, 0",
        "EService:Deadline elapsed, FINAL, 0",
        "EQuery:Unknown asset pair, FINAL, 0",
        "EQuery:Unknown asset, FINAL, 0",
        "EGeneral:Invalid arguments:since, FINAL, 0",
        "EGeneral:Unknown method, FINAL, 0",
        "EGeneral:Permission denied, FINAL, 0",
        "EAPI:Invalid key, FINAL, 0",
        "EAPI:Invalid signature, FINAL, 0",
        "EAPI:Invalid nonce, FINAL, 0",
        "EAuth:Account locked, FINAL, 0",
        "EAccount:Invalid, FINAL, 0",
        "EOrder:Insufficient funds, FINAL, 0",
        "ETrade:Locked, FINAL, 0",
        "EFunding:Unknown, FINAL, 0",
        "EBM:limit exceeded:CAL, FINAL, 0",
    })
    void say_whether_to_read_again_and_when(String text, Kind kind, long wait) {
        SourceException failure = error(text);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.retryAfterMillis()).isEqualTo(wait);
        assertThat(failure).hasMessage("kraken: " + text);
        assertThat(unknown).isEmpty();
    }

    @Test
    void of_the_rate_are_told_apart() {
        assertThat(error("EAPI:Rate limit exceeded")).isInstanceOf(RateLimited.class);
        assertThat(error("EService:Busy")).isNotInstanceOf(RateLimited.class);
    }

    @Test
    void that_no_table_knows_are_tried_three_times_and_kept_by_text() {
        List<Kind> kinds = List.of(
                error("EOdd:New").kind(),
                error("EOdd:New").kind(),
                error("EOdd:New").kind());

        assertThat(kinds).containsExactly(Kind.RETRY, Kind.RETRY, Kind.FINAL);
        assertThat(unknown).containsExactly("EOdd:New", "EOdd:New", "EOdd:New");
    }

    @Test
    void do_not_include_warnings_beside_a_result() throws SourceException {
        String envelope = "{\"error\":[\"WGeneral:Danger\"],\"result\":{\"unixtime\":1}}";

        assertThat(errors.result(KrakenJson.tree(Scene.bytes(envelope)))
                        .path("unixtime")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void behind_a_warning_count() {
        assertThat(failure("{\"error\":[\"WGeneral:Danger\",\"EQuery:Unknown asset pair\"]}")
                        .kind())
                .isEqualTo(Kind.FINAL);
    }

    @Test
    void are_also_replies_without_an_envelope_or_a_result() {
        for (String reply :
                List.of("{}", "[]", "null", "7", "{\"error\":[]}", "{\"error\":[],\"result\":null}", "<html>")) {
            assertThatThrownBy(() -> errors.result(KrakenJson.tree(Scene.bytes(reply))))
                    .as(reply)
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RETRY));
        }
    }
}
