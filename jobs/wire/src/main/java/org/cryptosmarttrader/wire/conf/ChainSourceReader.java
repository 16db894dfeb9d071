package org.cryptosmarttrader.wire.conf;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cryptosmarttrader.chain.AddressFault;
import org.cryptosmarttrader.chain.EthereumAddress;

/** Reads the blocks {@code labels}, {@code esplora}, {@code ethereum} and {@code etherscan} of conf/ingest.yaml. */
public final class ChainSourceReader {

    private static final Set<String> FINALITY = Set.of("confirmations", "safe", "finalized");
    private static final int MOST_DECIMALS = 36;

    private final ConfFile file;

    private ChainSourceReader(ConfFile file) {
        this.file = file;
    }

    static ChainSourceSettings read(ConfFile file) {
        return new ChainSourceReader(file).settings();
    }

    private ChainSourceSettings settings() {
        return new ChainSourceSettings(labels(), esplora(), ethereum(), etherscan());
    }

    private ChainSourceSettings.Labels labels() {
        Optional<Path> list = file.optionalPath("labels.file");
        Optional<Long> knownAt = file.optionalInstant("labels.knownAt");
        if (knownAt.isPresent() && list.isEmpty()) {
            file.missing("labels.file", "the list that labels.knownAt speaks of");
        }
        return new ChainSourceSettings.Labels(list, knownAt);
    }

    private ChainSourceSettings.Esplora esplora() {
        return new ChainSourceSettings.Esplora(follow("esplora"), positive("esplora.floor"));
    }

    private ChainSourceSettings.Ethereum ethereum() {
        String finality = file.text("ethereum.finality");
        if (file.isSound("ethereum.finality") && !FINALITY.contains(finality)) {
            file.fault("ethereum.finality", finality, "one of " + new TreeSet<>(FINALITY));
        }
        return new ChainSourceSettings.Ethereum(
                follow("ethereum"), finality, atLeastOne("ethereum.mostBlocks"), contracts("ethereum.contracts"));
    }

    private ChainSourceSettings.Etherscan etherscan() {
        return new ChainSourceSettings.Etherscan(
                follow("etherscan"),
                atLeastOne("etherscan.chainId"),
                atLeastOne("etherscan.callsPerDay"),
                atLeastOne("etherscan.pageSize"),
                positive("etherscan.floor"),
                contracts("etherscan.contracts"));
    }

    private ChainSourceSettings.Follow follow(String source) {
        return new ChainSourceSettings.Follow(
                base(source + ".base"),
                atLeastOne(source + ".confirmations"),
                file.duration(source + ".every"),
                file.duration(source + ".fresh"),
                atLeastOne(source + ".behind"),
                atLeastOne(source + ".keptBlocks"),
                perSecond(source + ".callsPerSecond"),
                atLeastOne(source + ".burst"),
                file.duration(source + ".connectTimeout"),
                file.duration(source + ".readTimeout"),
                atLeastOne(source + ".attempts"));
    }

    /** The address itself may be a secret: it is not repeated. */
    private Optional<String> base(String key) {
        Optional<String> given = file.optionalText(key);
        given.filter(text -> !isAddress(text))
                .ifPresent(text -> file.fault(
                        key, "no address", "one that begins with http:// or https:// and has no slash at its end"));
        return given;
    }

    /** Whether a text is the address of a source, as its calls need it. */
    public static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && Set.of("http", "https").contains(address.getScheme())
                    && !text.endsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<ChainSourceSettings.Contract> contracts(String key) {
        List<ChainSourceSettings.Contract> contracts = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (ConfFile row : file.tables(key)) {
            String address = row.text("address");
            Optional<AddressFault> fault = row.isSound("address") ? EthereumAddress.fault(address) : Optional.empty();
            fault.ifPresent(why -> row.fault("address", address, "an address of Ethereum (%s)".formatted(why)));
            if (!seen.add(address.toLowerCase(Locale.ROOT))) {
                row.fault("address", address, "each contract once");
            }
            String asset = row.text("asset");
            if (row.isSound("asset") && !asset.matches("[A-Z0-9]{1,20}")) {
                row.fault("asset", asset, "a symbol in capitals such as LINK");
            }
            int decimals = row.whole("decimals");
            if (decimals < 0 || decimals > MOST_DECIMALS) {
                row.fault("decimals", decimals, "0 to " + MOST_DECIMALS);
            }
            contracts.add(new ChainSourceSettings.Contract(
                    asset, address.toLowerCase(Locale.ROOT), decimals, positive(row, "floor")));
            row.finish();
        }
        return contracts;
    }

    private BigDecimal positive(String key) {
        return positive(file, key);
    }

    private static BigDecimal positive(ConfFile table, String key) {
        Optional<BigDecimal> value = table.optionalDecimal(key);
        if (value.isEmpty()) {
            table.missing(key, "a number above 0");
        } else if (table.isSound(key) && value.get().signum() <= 0) {
            table.fault(key, value.get(), "a number above 0");
        }
        return value.orElse(BigDecimal.ONE);
    }

    private double perSecond(String key) {
        double value = file.number(key);
        if (file.isSound(key) && !(value > 0)) {
            file.fault(key, value, "calls a second, more than 0");
        }
        return value;
    }

    private int atLeastOne(String key) {
        int value = file.whole(key);
        if (file.isSound(key) && value < 1) {
            file.fault(key, value, "1 or more");
        }
        return value;
    }
}
