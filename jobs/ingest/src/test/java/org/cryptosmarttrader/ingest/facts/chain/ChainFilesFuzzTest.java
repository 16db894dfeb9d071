package org.cryptosmarttrader.ingest.facts.chain;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.facts.AnyFacts;
import org.cryptosmarttrader.wire.conf.ChainSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file about chains, whatever it is")
class ChainFilesFuzzTest {

    private static final ChainSettings SETTINGS = new ChainSettings(
            new TreeMap<>(Map.of("bitcoin", 3_600_000L, "ethereum", 900_000L)),
            86_400_000,
            List.of("AdrActCnt", "TxCnt"));

    @TempDir
    static Path folder;

    @FuzzTest
    void holds_possible_facts_or_is_refused_by_name_in_every_layout(byte[] bytes) throws IOException {
        for (ChainFormat format : ChainFormat.values()) {
            boolean isReply = format == ChainFormat.KRAKEN_ASSETPAIRS;
            ChainLayouts layouts = new ChainLayouts(
                    format,
                    "anybody",
                    null,
                    format.isOfAnAsset() ? "BTC" : null,
                    null,
                    isReply ? Instant.parse("2025-11-10T00:00:00Z") : null);
            AnyFacts.read(layouts.layout(SETTINGS), folder.resolve("a.csv"), bytes);
        }
    }
}
