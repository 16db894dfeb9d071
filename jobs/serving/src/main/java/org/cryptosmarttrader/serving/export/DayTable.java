package org.cryptosmarttrader.serving.export;

import java.io.IOException;
import java.util.List;

/** A table of a run, written day after day. */
interface DayTable {

    List<String> header();

    /** Writes the rows of a UTC day. */
    void write(long day, CsvFile csv) throws IOException;
}
