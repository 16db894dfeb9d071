package org.cryptosmarttrader.ingest.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats that can be imported. */
final class Formats {

    private Formats() {}

    /** @param csv how to read delimited texts; null if they are not to be read */
    static List<FileFormat> all(CsvOptions csv) {
        List<FileFormat> all = new ArrayList<>(withOwnLayout());
        all.add(new MappedCsv(csv));
        return all;
    }

    /** Those whose files tell by their names what they are. */
    static List<FileFormat> withOwnLayout() {
        return List.of(new KrakenOhlcvt(), new KrakenTrades(), new Freqtrade(), new BinanceKlines());
    }

    static List<String> names() {
        return all(null).stream().map(FileFormat::name).toList();
    }

    static Optional<FileFormat> named(String name, CsvOptions csv) {
        return all(csv).stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
