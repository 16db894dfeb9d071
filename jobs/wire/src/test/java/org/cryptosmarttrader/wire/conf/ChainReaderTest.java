package org.cryptosmarttrader.wire.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The settings of chains")
class ChainReaderTest {

    @TempDir
    Path folder;

    @Test
    void give_a_transfer_its_confirmations_and_the_margin() {
        ChainSettings settings = ChainReader.read(Path.of("../../conf"));

        assertThat(settings.transferDelay("bitcoin")).contains(21 * 60_000L);
        assertThat(settings.transferDelay("ethereum")).contains(12 * 12_000L + 60_000);
        assertThat(settings.transferDelay("tron")).isEmpty();
        assertThat(settings.metricDelay()).isEqualTo(12 * 3_600_000L);
    }

    @Test
    void are_refused_with_every_fault_at_once() throws IOException {
        Files.writeString(folder.resolve("chain.yaml"), """
                transfers:
                  margin: soon
                  chains: [{chain: bitcoin, confirmations: -1, spacing: 10m, hue: red}]
                metrics: {delay: 12h, coinMetrics: TxCnt}
                """);

        assertThatThrownBy(() -> ChainReader.read(folder))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("transfers.margin is \"soon\", expected a whole number and a unit")
                .hasMessageContaining("transfers.chains[0]: confirmations is -1, expected 0 or more")
                .hasMessageContaining("unknown key 'hue'")
                .hasMessageContaining("metrics.coinMetrics is \"TxCnt\", expected a list of texts");
    }
}
