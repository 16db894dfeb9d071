package org.cryptosmarttrader.ingest.files;

import java.util.List;
import java.util.Optional;

/** The formats that can be imported. */
final class Formats {

    private Formats() {}

    /** @param csv how to read delimited texts; null leaves that format out */
    static List<FileFormat> all(CsvOptions csv) {
        return List.of(
                new KrakenOhlcvt(), new KrakenTrades(), new Freqtrade(), new BinanceKlines(), new MappedCsv(csv));
    }

    static List<String> names() {
        return all(null).stream().map(FileFormat::name).toList();
    }

    static Optional<FileFormat> named(String name, CsvOptions csv) {
        return all(csv).stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
