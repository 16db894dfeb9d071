package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What becomes of rows and files that cannot be taken: the first stops the import, or all are set aside. */
public final class BadRows {

    /**
     * A row set aside, as it stands in the quarantine file.
     *
     * @param line of the file, from 1; 0 for the whole file
     * @param text the row as received, as far as it can be shown
     */
    record SetAside(String file, long line, String reason, String message, String text) {}

    private final JsonLines quarantine;
    private final List<String> files = new ArrayList<>();

    /** @param quarantine where to set aside; null if the first bad row stops the import */
    public BadRows(JsonLines quarantine) {
        this.quarantine = quarantine;
    }

    /** A row of a table that cannot be taken. */
    void meet(String file, Table table, BadRow bad) throws IOException {
        meet(file, table.unit(), table.number(), table.shown(), bad);
    }

    /** @throws ImportException unless bad rows are set aside */
    public void meet(String file, String unit, long number, String shown, BadRow bad) throws IOException {
        if (quarantine == null) {
            throw new ImportException(
                    bad.fault(),
                    "%s %s %d: %s".formatted(file, unit, number, bad.getMessage()),
                    "or set such rows aside with --quarantine");
        }
        quarantine.add(new SetAside(file, number, bad.fault().name(), bad.getMessage(), shown));
    }

    /** @throws ImportException unless bad files are set aside */
    public void meetFile(String file, BadRow bad) throws IOException {
        if (quarantine == null) {
            throw new ImportException(
                    bad.fault(),
                    "%s: %s".formatted(file, bad.getMessage()),
                    "or set such files aside with --quarantine");
        }
        quarantine.add(new SetAside(file, 0, bad.fault().name(), bad.getMessage(), ""));
        files.add("%s: %s".formatted(file, bad.getMessage()));
    }

    /** Files set aside as a whole, each with its reason. */
    public List<String> files() {
        return files;
    }
}
