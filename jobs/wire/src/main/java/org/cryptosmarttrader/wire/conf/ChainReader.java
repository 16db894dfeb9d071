package org.cryptosmarttrader.wire.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads conf/chain.yaml. */
public final class ChainReader {

    private static final String NAME = "conf/chain.yaml";

    private ChainReader() {}

    /**
     * The settings of the folder conf/.
     *
     * @throws ConfException if anything is wrong; names every fault
     */
    public static ChainSettings read(Path folder) {
        List<String> faults = new ArrayList<>();
        ConfFile file = new ConfFile(
                folder.resolve("chain.yaml"),
                NAME,
                faults,
                "restore it from the distribution, or name the folder with --conf");
        SortedMap<String, Long> delays = transferDelays(file);
        ChainSettings read =
                new ChainSettings(delays, file.duration("metrics.delay"), file.texts("metrics.coinMetrics"));
        file.finish();
        ConfException.throwIfAny(faults);
        return read;
    }

    private static SortedMap<String, Long> transferDelays(ConfFile file) {
        long margin = file.duration("transfers.margin");
        SortedMap<String, Long> delays = new TreeMap<>();
        for (ConfFile chain : file.tables("transfers.chains")) {
            String name = chain.text("chain");
            int confirmations = chain.whole("confirmations");
            if (confirmations < 0) {
                chain.fault("confirmations", confirmations, "0 or more");
            }
            delays.put(name, confirmations * chain.duration("spacing") + margin);
            chain.finish();
        }
        return delays;
    }
}
