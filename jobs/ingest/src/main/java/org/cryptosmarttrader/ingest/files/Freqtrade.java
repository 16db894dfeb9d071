package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.domain.EventKind;

/**
 * freqtrade's downloads: candles {@code BTC_USDT-1h.json} and trades {@code BTC_USDT-trades.json}, plain, gzipped or as
 * Parquet. Trades come as lists, or in older files as objects that name their pair.
 *
 * <p>Source: freqtrade 2024, {@code data/history/datahandlers}.
 */
final class Freqtrade implements FileFormat {

    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9]+)_([A-Za-z0-9]+)-([0-9]+[mhdwMy]|trades)\\.(json|json\\.gz|parquet|feather|h5)");

    private static final List<String> TRADE_VALUES =
            List.of("timestamp", "id", "type", "side", "price", "amount", "cost", "symbol");

    private static final int TRADE_WIDTH = TRADE_VALUES.indexOf("symbol");

    private static final Columns TRADES =
            Columns.inOrder(EventKind.TRADE, "time", "id", "type", "side", "price", "quantity", "cost", "pair");

    private static final List<String> CANDLE_VALUES = List.of("date", "open", "high", "low", "close", "volume");

    private static final Columns CANDLES =
            Columns.inOrder(EventKind.BAR, "time", "open", "high", "low", "close", "volume");

    private static final ColumnMap PARQUET_CANDLES =
            ColumnMap.parse("time=date,open=open,high=high,low=low,close=close,volume=volume");

    private static final ColumnMap PARQUET_TRADES =
            ColumnMap.parse("time=timestamp,id=id,side=side,price=price,quantity=amount");

    @Override
    public String name() {
        return "freqtrade";
    }

    @Override
    public String venue() {
        return null;
    }

    @Override
    public String examples() {
        return "BTC_USDT-1h.json, BTC_USDT-1h.parquet, BTC_USDT-trades.json.gz";
    }

    @Override
    public Optional<Named> recognise(String fileName) throws BadRow {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        String form = name.group(4);
        if (form.equals("feather") || form.equals("h5")) {
            throw new BadRow(
                    Fault.UNREADABLE_FORMAT,
                    "%s files are not read; freqtrade convert-data --format-from %s --format-to json does it"
                            .formatted(form, form.equals("h5") ? "hdf5" : form));
        }
        String pair = name.group(1) + "/" + name.group(2);
        return Optional.of(
                name.group(3).equals("trades")
                        ? new Named(pair, EventKind.TRADE, 0, Freqtrade::openTrades)
                        : new Named(pair, EventKind.BAR, Intervals.parse(name.group(3)), Freqtrade::openCandles));
    }

    private static Table openCandles(Received file) throws IOException, BadRow {
        return file.fileName().endsWith(".parquet")
                ? parquet(file, PARQUET_CANDLES)
                : new JsonTable(file.content(), file.name(), CANDLES, CANDLE_VALUES, CANDLE_VALUES.size());
    }

    private static Table openTrades(Received file) throws IOException, BadRow {
        return file.fileName().endsWith(".parquet")
                ? parquet(file, PARQUET_TRADES)
                : new JsonTable(file.content(), file.name(), TRADES, TRADE_VALUES, TRADE_WIDTH);
    }

    private static Table parquet(Received file, ColumnMap map) throws IOException, BadRow {
        if (file.isZipped()) {
            throw new BadRow(Fault.UNREADABLE_FORMAT, "Parquet inside a zip is not read; unpack the zip");
        }
        return new ParquetRows(file.path(), file.name(), map);
    }
}
