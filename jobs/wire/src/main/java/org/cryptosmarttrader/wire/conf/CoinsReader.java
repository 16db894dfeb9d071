package org.cryptosmarttrader.wire.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cryptosmarttrader.texts.Coin;
import org.cryptosmarttrader.texts.CoinDictionary;

/** Reads conf/coins.yaml. */
public final class CoinsReader {

    private static final String NAME = "conf/coins.yaml";

    private final List<String> faults = new ArrayList<>();

    private CoinsReader() {}

    /**
     * The dictionary of the folder conf/.
     *
     * @throws ConfException if anything is wrong; names every fault
     */
    public static CoinDictionary read(Path folder) {
        return new CoinsReader().dictionary(folder.resolve("coins.yaml"));
    }

    private CoinDictionary dictionary(Path path) {
        ConfFile file =
                new ConfFile(path, NAME, faults, "restore it from the distribution, or name the folder with --conf");
        List<Coin> coins = new ArrayList<>();
        for (ConfFile entry : file.tables("coins")) {
            coin(entry).ifPresent(coins::add);
            entry.finish();
        }
        file.finish();
        Optional<CoinDictionary> dictionary = checked(() -> new CoinDictionary(coins));
        ConfException.throwIfAny(faults);
        return dictionary.orElseThrow();
    }

    private Optional<Coin> coin(ConfFile entry) {
        String symbol = entry.text("symbol");
        String name = entry.text("name");
        List<String> aliases = entry.optionalTexts("aliases");
        boolean isAmbiguous = entry.optionalFlag("ambiguous");
        long from = entry.instant("from");
        long until = entry.optionalInstant("until").orElse(Long.MAX_VALUE);
        return entry.isSound("symbol", "name", "aliases", "ambiguous", "from", "until")
                ? checked(() -> new Coin(symbol, name, aliases, isAmbiguous, from, until))
                : Optional.empty();
    }

    /** What a constructor refuses is a fault like any other; it may have several. */
    private <T> Optional<T> checked(Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            e.getMessage().lines().forEach(fault -> faults.add(NAME + ": " + fault));
            return Optional.empty();
        }
    }
}
