package org.cryptosmarttrader.wire.conf;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads conf/ingest.yaml. */
public final class IngestReader {

    private static final String NAME = "conf/ingest.yaml";

    private IngestReader() {}

    /**
     * The settings of the folder conf/.
     *
     * @param overrides values by key, e.g. {@code kraken.rest}
     * @throws ConfException if anything is wrong; names every fault
     */
    public static IngestSettings read(Path folder, Map<String, String> overrides) {
        List<String> faults = new ArrayList<>();
        ConfFile file = new ConfFile(
                folder.resolve("ingest.yaml"),
                NAME,
                faults,
                "restore it from the distribution, or name the folder with --conf");
        overrides.forEach(file::set);
        IngestSettings.Kraken kraken = kraken(file);
        String prefix = file.text("topic.prefix");
        int partitions = atLeastOne(file, "topic.partitions");
        long tolerance = file.duration("clock.tolerance");
        ChainSourceSettings chains = ChainSourceReader.read(file);
        TextSourceSettings texts = TextSourceReader.read(file);
        file.finish();
        ConfException.throwIfAny(faults);
        return new IngestSettings(kraken, chains, prefix, partitions, tolerance, texts, CoinsReader.read(folder));
    }

    private static IngestSettings.Kraken kraken(ConfFile file) {
        return new IngestSettings.Kraken(
                address(file, "kraken.rest", Set.of("http", "https")),
                address(file, "kraken.socket", Set.of("ws", "wss")),
                file.text("kraken.quote"),
                file.texts("kraken.leftOut"),
                file.duration("kraken.pairsEvery"),
                atLeastOne(file, "kraken.pairsPerConnection"),
                file.duration("kraken.connectTimeout"),
                file.duration("kraken.readTimeout"),
                file.duration("kraken.silence"),
                atLeastOne(file, "kraken.attempts"));
    }

    private static int atLeastOne(ConfFile file, String key) {
        int value = file.whole(key);
        if (file.isSound(key) && value < 1) {
            file.fault(key, value, "1 or more");
        }
        return value;
    }

    private static URI address(ConfFile file, String key, Set<String> schemes) {
        String text = file.text(key);
        try {
            URI address = URI.create(text);
            boolean isWhole = address.getScheme() != null && address.getHost() != null;
            if (file.isSound(key) && !(isWhole && schemes.contains(address.getScheme()))) {
                file.fault(key, text, "an address that begins with one of %s".formatted(schemes));
            }
            return address;
        } catch (IllegalArgumentException e) {
            file.fault(key, text, "an address (%s)".formatted(e.getMessage()));
            return null;
        }
    }
}
