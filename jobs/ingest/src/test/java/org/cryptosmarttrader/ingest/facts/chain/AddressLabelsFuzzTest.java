package org.cryptosmarttrader.ingest.facts.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A list of labelled addresses, whatever it is")
class AddressLabelsFuzzTest {

    @TempDir
    static Path folder;

    @FuzzTest
    void names_owners_of_possible_addresses_or_is_refused_by_name(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("labels.json"), bytes);
        try {
            AddressLabels labels = AddressLabels.read(file, null);
            int addresses = 0;
            for (String chain : List.of("bitcoin", "ethereum")) {
                for (String address : labels.addresses(chain)) {
                    addresses++;
                    assertThat(labels.owner(chain, address, Long.MAX_VALUE).isKnown()
                                    || labels.owner(chain, address, Long.MAX_VALUE)
                                            .entity()
                                            .equals("unknown"))
                            .isTrue();
                    assertThat(labels.owner(chain, address, Long.MIN_VALUE)).isEqualTo(Owner.UNKNOWN);
                }
            }
            assertThat(addresses).isEqualTo(labels.taken());
            assertThat(labels.text()).contains("labels: ");
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
    }
}
