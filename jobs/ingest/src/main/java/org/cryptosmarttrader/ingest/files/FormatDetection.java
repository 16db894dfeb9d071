package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cryptosmarttrader.domain.Symbols;

/**
 * Finds the layout of files by their names, where only one is possible. Who recorded them is not to be seen: other
 * collections use the layouts of Kraken too.
 */
public final class FormatDetection {

    private final Symbols symbols;

    /** @param symbols a name tells a layout only if it names a known pair */
    public FormatDetection(Symbols symbols) {
        this.symbols = symbols;
    }

    /**
     * @param from as in {@link ImportSettings#from()}
     * @return name of the layout
     * @throws ImportException if no layout or more than one is possible, or the files cannot be found
     */
    public String formatOf(List<String> from) throws IOException {
        try (ReceivedFiles received = new ReceivedFiles(from)) {
            Map<String, List<String>> byFormat = byFormat(received);
            if (byFormat.isEmpty()) {
                throw new ImportException(
                        Fault.UNKNOWN_FORMAT,
                        "%s: %d files, no layout is known by their names"
                                .formatted(
                                        String.join(", ", from),
                                        received.files().size()));
            }
            if (byFormat.size() > 1) {
                throw new ImportException(
                        Fault.UNKNOWN_FORMAT,
                        "%s: files of several layouts, %s".formatted(String.join(", ", from), examples(byFormat)));
            }
            return byFormat.keySet().iterator().next();
        }
    }

    private Map<String, List<String>> byFormat(ReceivedFiles received) {
        Map<String, List<String>> byFormat = new TreeMap<>();
        for (FileFormat format : Formats.withOwnLayout()) {
            List<String> names = received.files().stream()
                    .filter(file -> isOf(format, file.fileName()))
                    .map(Received::name)
                    .toList();
            if (!names.isEmpty()) {
                byFormat.put(format.name(), names);
            }
        }
        return byFormat;
    }

    private boolean isOf(FileFormat format, String name) {
        try {
            return format.recognise(name)
                    .filter(named -> symbols.canonical(named.pair()).isPresent())
                    .isPresent();
        } catch (BadRow ofTheFormatButUnreadable) {
            return true;
        }
    }

    private static String examples(Map<String, List<String>> byFormat) {
        return byFormat.entrySet().stream()
                .map(entry -> "%s (%d, e.g. %s)"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().size(),
                                entry.getValue().get(0)))
                .collect(Collectors.joining(", "));
    }
}
