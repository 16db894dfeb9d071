package org.cryptosmarttrader.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.serving.store.RunStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the numbers are says {@code ApiServerTest}; here they arrive as the types a program has. */
@DisplayName("A typed client of the API")
class ApiClientTest {

    @TempDir
    Path folder;

    private RunStore store;
    private Growth growth;
    private HttpServer server;
    private ApiClient client;

    @BeforeEach
    void serve() throws IOException {
        RunScene.fiveHours(folder.resolve("run")).withAccounts().sealed();
        store = RunStore.open(folder.resolve("run"));
        growth = Growth.watch(store);
        server = ApiServer.start(ServedScene.of(store, growth, folder), new Listening(Access.LOCAL, 0, 10_000, 10_000));
        client = new ApiClient("http://127.0.0.1:%d".formatted(server.port()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        growth.close();
        store.close();
    }

    @Test
    void sees_every_forecast_of_a_pair_and_what_came_of_it() throws Exception {
        assertThat(client.history("BTC/USD"))
                .extracting(ApiClient.Verdict::outcome)
                .containsExactly(null, -0.01, null, -0.02, 0.01);
        assertThat(client.history("BTC/USD"))
                .extracting(ApiClient.Verdict::held)
                .containsExactly(null, true, null, false, true);
        assertThat(client.kept()).as("three pages, the second time").isEqualTo(3);
    }

    @Test
    void has_money_to_the_last_digit() throws Exception {
        assertThat(client.accounts())
                .filteredOn(account -> account.lane().equals("RESEARCH"))
                .extracting(ApiClient.Account::equity)
                .contains(new BigDecimal("1078.11"));
    }

    @Test
    void knows_whether_there_is_anything_and_what_is_judged_now() throws Exception {
        ApiClient.Health health = client.health();

        assertThat(health.ready()).isTrue();
        assertThat(client.latest())
                .isNotEmpty()
                .extracting(ApiClient.Verdict::decisionAt)
                .containsOnly(health.wholeUpTo());
    }

    @Test
    void hears_why_it_is_refused() throws Exception {
        assertThat(client.explain(ServedScene.EXPLAINED).steps())
                .extracting(ApiClient.Step::outcome)
                .containsExactly("HOLDS", "DIFFERS");
        assertThatThrownBy(() -> client.explain(ServedScene.NOT_EXPLAINED))
                .isInstanceOfSatisfying(ApiClient.Refused.class, refused -> assertThat(refused.status())
                        .isEqualTo(409))
                .hasMessage("run scene: made by another program");
    }
}
