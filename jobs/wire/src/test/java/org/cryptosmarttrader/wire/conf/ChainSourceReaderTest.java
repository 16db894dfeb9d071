package org.cryptosmarttrader.wire.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of sources of transfers")
class ChainSourceReaderTest {

    private static final Path CONF = Path.of("../../conf");

    private static ChainSourceSettings read(Map<String, String> set) {
        return IngestReader.read(CONF, set).chains();
    }

    @Test
    void name_no_node_until_somebody_does() {
        ChainSourceSettings settings = read(Map.of());

        assertThat(settings.labels().file()).isEmpty();
        assertThat(settings.esplora().follow().base()).isEmpty();
        assertThat(settings.ethereum().follow().base()).isEmpty();
        assertThat(settings.esplora().follow().confirmations()).isEqualTo(2);
        assertThat(settings.ethereum().follow().confirmations()).isEqualTo(12);
        assertThat(settings.esplora().follow().freshMillis()).isEqualTo(3 * 3_600_000L);
        assertThat(settings.ethereum().follow().freshMillis()).isEqualTo(600_000);
        assertThat(settings.etherscan().pageSize()).isEqualTo(1_000);
    }

    /** EIP-55: each address stands there in the letters of its own checksum. */
    @Test
    void know_contracts_by_addresses_that_are_some() {
        assertThat(read(Map.of()).ethereum().contracts())
                .contains(new Contract(
                        "USDT", "0xdac17f958d2ee523a2206206994597c13d831ec7", 6, new BigDecimal("250000")));
    }

    @Test
    void are_refused_with_every_fault_at_once_and_no_address_is_shown() {
        assertThatThrownBy(() -> read(Map.of(
                        "esplora.base", "node.example/secret",
                        "esplora.floor", "0",
                        "esplora.confirmations", "0",
                        "ethereum.finality", "sure",
                        "ethereum.callsPerSecond", "-1",
                        "ethereum.contracts",
                                "[{asset: usdt, address: '0xDac17F958D2ee523a2206206994597C13D831ec7', decimals: 99, floor: 1}]",
                        "labels.knownAt", "2026-01-01")))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("esplora.base is no address, expected one that begins with http://")
                .hasMessageNotContaining("secret")
                .hasMessageContaining("esplora.floor is 0, expected a number above 0")
                .hasMessageContaining("esplora.confirmations is 0, expected 1 or more")
                .hasMessageContaining("ethereum.finality is sure, expected one of [confirmations, finalized, safe]")
                .hasMessageContaining("ethereum.callsPerSecond is -1.0, expected calls a second, more than 0")
                .hasMessageContaining("expected an address of Ethereum (CHECKSUM)")
                .hasMessageContaining("asset is usdt, expected a symbol in capitals")
                .hasMessageContaining("decimals is 99, expected 0 to 36")
                .hasMessageContaining("labels.file is missing");
    }

    @Test
    void find_a_list_of_labels_beside_the_file_that_names_it_or_where_its_whole_path_leads() {
        assertThat(read(Map.of("labels.file", "labels.json")).labels().file()).hasValue(CONF.resolve("labels.json"));
        assertThat(read(Map.of("labels.file", "/somewhere/labels.json"))
                        .labels()
                        .file())
                .hasValue(Path.of("/somewhere/labels.json"));
    }
}
