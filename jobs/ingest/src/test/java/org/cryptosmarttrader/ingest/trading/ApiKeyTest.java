package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Names and keys at the venue")
class ApiKeyTest {

    private static final Path NOWHERE = Path.of("nowhere");

    @Test
    void sign_as_pythons_hmac_does() throws IOException {
        ApiKey key = new ApiKey("name", Desk.SECRET);

        assertThat(key.sign("/0/private/CancelAllOrdersAfter", 1_762_819_200_000L, "nonce=1762819200000&timeout=60"))
                .isEqualTo("3KXFM54hXwThEz9UOKc++JgMHAjocEegcUmFCepIQP9xz1ZlrqKwMZE8i0vP9lF3kFql0kNgyLAERQ02Ty4IGw==");
    }

    @Test
    void show_no_key() throws IOException {
        assertThat(new ApiKey("name-of-it", Desk.SECRET).toString())
                .doesNotContain("name-of-it")
                .doesNotContain(Desk.SECRET);
        assertThatIOException()
                .isThrownBy(() -> new ApiKey("name-of-it", "no base64!"))
                .withMessage("key KRAKEN_API_SECRET: is no base64; copy the private key again, and nothing else")
                .withNoCause();
    }

    @Test
    void are_given_together_or_not_at_all() throws IOException {
        assertThat(ApiKey.of(new Secrets(Map.of(), NOWHERE))).isEmpty();
        assertThat(ApiKey.of(new Secrets(Map.of("KRAKEN_API_KEY", "name", "KRAKEN_API_SECRET", Desk.SECRET), NOWHERE)))
                .isPresent();
        assertThatIOException()
                .isThrownBy(() -> ApiKey.of(new Secrets(Map.of("KRAKEN_API_KEY", "name"), NOWHERE)))
                .withMessageStartingWith("key KRAKEN_API_SECRET: is missing beside its other half; set");
    }

    /** SHA-256 of the id, its first 16 bytes with version and variant set, by Python's hashlib and uuid. */
    @Test
    void name_the_same_order_always_the_same() {
        assertThat(ClientOrderId.of("GATED:BTC/USD:1762819200000:BUY"))
                .isEqualTo("933b822d-5913-8701-a8f4-103a2186cacb");
        assertThat(ClientOrderId.of("GATED:BTC/USD:1762819200000:SELL"))
                .isNotEqualTo(ClientOrderId.of("GATED:BTC/USD:1762819200000:BUY"));
    }
}
