package org.cryptosmarttrader.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Witness addresses are the test vectors of BIP 173 and BIP 350, the others stand in the chain's first years. */
@DisplayName("An address of Bitcoin")
class BitcoinAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", // the first block's
                "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH",
                "3P14159f73E4gFr7JterCCQh9QjiTjiZrG", // the hash of a script
                "1111111111111111111114oLvT2", // a hash of zero bytes
                "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
                "BC1SW50QGDZ25J",
                "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
            })
    void is_taken_in_every_published_form(String address) {
        assertThat(BitcoinAddress.fault(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb, CHECKSUM",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a, CHARACTER",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7Div, FORM",
        "11111111111111111111114oLvT2, FORM", // one zero byte too many
        "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn, FORM", // the test network's
        "'', FORM",
        "tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty, FORM",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, CHECKSUM",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd, CHECKSUM", // Bech32 instead of Bech32m
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh, CHECKSUM", // Bech32m instead of Bech32
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4, CHARACTER",
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R, VERSION",
        "bc1pw5dgrnzv, VERSION", // one byte
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav, VERSION", // 41 bytes
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P, VERSION", // 16 bytes
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf, VERSION", // more than four bits of padding
        "bc1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, CHARACTER",
        "bc1gmk9yu, FORM"
    })
    void is_refused_with_the_reason(String text, AddressFault fault) {
        assertThat(BitcoinAddress.fault(text)).contains(fault);
    }
}
