package org.cryptosmarttrader.domain;

import java.util.ArrayList;
import java.util.List;

/** The faults of one settings file, gathered so that all are listed at once. */
public final class SettingFaults {

    private final String file;
    private final List<String> faults = new ArrayList<>();

    /** @param file e.g. {@code conf/risk.yaml} */
    public SettingFaults(String file) {
        this.file = file;
    }

    /**
     * Notes a fault unless the setting holds.
     *
     * @param key e.g. {@code drawdown.max}
     * @param value as it was read
     * @param expected what it should be, and an example, e.g. {@code a fraction in (0, 1); write 0.15}
     */
    public SettingFaults require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            faults.add("%s: %s is %s, expected %s".formatted(file, key, value, expected));
        }
        return this;
    }

    /** @throws IllegalArgumentException if there is a fault; one line for each */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }
}
