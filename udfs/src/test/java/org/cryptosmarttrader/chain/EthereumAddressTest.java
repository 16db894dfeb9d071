package org.cryptosmarttrader.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address of Ethereum")
class EthereumAddressTest {

    /** The test cases of EIP-55. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x27b1fdb04752bbc536007a920d24acb045561c26",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void is_taken_with_its_checksum_or_in_one_case(String address) {
        assertThat(EthereumAddress.fault(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD, CHECKSUM",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe, FORM",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00, FORM",
        "0x5gAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, CHARACTER"
    })
    void is_refused_with_the_reason(String text, AddressFault fault) {
        assertThat(EthereumAddress.fault(text)).contains(fault);
    }

    /** The empty text's hash, and one of more than a block, whose event topic venues document. */
    @Test
    void rests_on_the_hash_of_the_chain_and_not_on_its_successor() {
        assertThat(HexFormat.of().formatHex(Keccak256.of(new byte[0])))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        byte[] transfer = "Transfer(address,address,uint256)".getBytes(StandardCharsets.US_ASCII);
        assertThat(HexFormat.of().formatHex(Keccak256.of(transfer)))
                .isEqualTo("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
    }
}
