package org.cryptosmarttrader.wire.conf;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cryptosmarttrader.wire.conf.VenueSettings.Mode;

/** Reads conf/trading.yaml. */
public final class VenueReader {

    private static final String NAME = "conf/trading.yaml";
    private static final long SECOND = 1_000;

    /** What the venue accepts as a deadline. */
    private static final long SHORTEST_DEADLINE = 2 * SECOND;

    private static final long LONGEST_DEADLINE = 60 * SECOND;

    private final ConfFile file;

    private VenueReader(ConfFile file) {
        this.file = file;
    }

    /**
     * The settings of the folder conf/.
     *
     * @param overrides values by key, e.g. {@code order.oldest}
     * @throws ConfException if anything is wrong; names every fault
     */
    public static VenueSettings read(Path folder, Map<String, String> overrides) {
        List<String> faults = new ArrayList<>();
        ConfFile file = new ConfFile(
                folder.resolve("trading.yaml"),
                NAME,
                faults,
                "restore it from the distribution, or name the folder with --conf");
        overrides.forEach(file::set);
        VenueSettings settings = new VenueReader(file).settings();
        file.finish();
        ConfException.throwIfAny(faults);
        return settings;
    }

    private VenueSettings settings() {
        long deadMan = file.duration("deadMan.timeout");
        long beat = file.duration("deadMan.every");
        if (file.isSound("deadMan.timeout", "deadMan.every") && 2 * beat > deadMan) {
            file.fault("deadMan.every", beat + "ms", "half of deadMan.timeout or less: one word may get lost");
        }
        return new VenueSettings(
                mode(),
                calls(),
                orders(),
                file.duration("clock.tolerance"),
                deadMan,
                beat,
                file.duration("look.every"),
                file.duration("look.again"));
    }

    private Mode mode() {
        String word = file.text("mode");
        switch (word) {
            case "live":
                return Mode.LIVE;
            case "validate":
                return Mode.VALIDATE;
            default:
                if (file.isSound("mode")) {
                    file.fault("mode", word, "validate or live");
                }
                return Mode.VALIDATE;
        }
    }

    private VenueSettings.Calls calls() {
        return new VenueSettings.Calls(
                address("rest"),
                file.duration("connectTimeout"),
                file.duration("readTimeout"),
                atLeastOne("attempts"),
                positive("callsPerSecond", new BigDecimal(100)),
                atLeastOne("burst"));
    }

    private VenueSettings.Orders orders() {
        long deadline = file.duration("order.deadline");
        if (file.isSound("order.deadline") && (deadline < SHORTEST_DEADLINE || deadline > LONGEST_DEADLINE)) {
            file.fault("order.deadline", deadline + "ms", "2s to 60s, as the venue demands");
        }
        BigDecimal farthest = positive("order.farthest", BigDecimal.ONE);
        BigDecimal deviation = positive("order.maxPriceDeviation", BigDecimal.ONE);
        if (file.isSound("order.farthest", "order.maxPriceDeviation") && farthest.compareTo(deviation) > 0) {
            file.fault("order.farthest", farthest, "no more than order.maxPriceDeviation, or no order is ever sent");
        }
        return new VenueSettings.Orders(
                file.duration("order.oldest"),
                deadline,
                farthest,
                deviation,
                atLeastOne("order.maxOpen"),
                atLeastOne("order.perMinute"));
    }

    private int atLeastOne(String key) {
        int value = file.whole(key);
        if (file.isSound(key) && value < 1) {
            file.fault(key, value, "1 or more");
        }
        return value;
    }

    private BigDecimal positive(String key, BigDecimal most) {
        Optional<BigDecimal> given = file.optionalDecimal(key);
        if (given.isEmpty()) {
            file.missing(key, "a number");
        }
        BigDecimal value = given.orElse(BigDecimal.ZERO);
        if (file.isSound(key) && (value.signum() <= 0 || value.compareTo(most) > 0)) {
            file.fault(key, value, "more than 0, up to %s".formatted(most));
        }
        return value;
    }

    private URI address(String key) {
        String text = file.text(key);
        try {
            URI address = URI.create(text);
            boolean isOne = Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && !text.endsWith("/");
            if (file.isSound(key) && !isOne) {
                file.fault(key, text, "an address of http or https without a slash at its end");
            }
            return address;
        } catch (IllegalArgumentException e) {
            file.fault(key, text, "an address (%s)".formatted(e.getMessage()));
            return URI.create("");
        }
    }
}
