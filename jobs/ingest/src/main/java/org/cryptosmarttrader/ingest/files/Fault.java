package org.cryptosmarttrader.ingest.files;

/** What can be wrong with a file or one of its rows, and what to do about it. */
public enum Fault {
    // of the command
    UNKNOWN_FORMAT("state one with --format, or the columns with --map"),
    NOTHING_FOUND("name a folder or file that holds some, or another --format"),
    UNREADABLE("check the name and the access rights"),
    LOCKED("wait until it is done and run the command again"),
    DAMAGED_LOG("restore it from a backup"),
    DISK_FULL("make room and run the command again; nothing was changed"),
    OTHER_DELAY("use the delay the archive was filled with, or another archive"),
    CONTRADICTION("import the one you trust, or give each its own --source"),

    // of a whole file
    EMPTY("fetch the file again or leave it out"),
    TRUNCATED("fetch the file again"),
    DAMAGED("fetch the file again"),
    UNREADABLE_FORMAT("convert the file"),
    HEADER("correct the header, or the columns stated with --map"),
    COLUMN_NAMES("correct the header"),
    UNKNOWN_PAIR("name the file by a pair such as BTCUSD or leave it out"),
    INTERVAL("leave the file out; bars must be of whole minutes and divide a day"),

    // of a row
    COLUMNS("correct the row"),
    NOT_A_NUMBER("correct the row"),
    NOT_FINITE("correct the row"),
    PRICE("correct the row"),
    OHLC("correct the row"),
    AMOUNT("correct the row"),
    SIDE("correct the row or leave the column out"),
    TIME("correct the row"),
    TIME_UNIT("write all times in one unit"),
    TIME_BACK("sort the file by time, oldest first"),
    OFF_GRID("check that the times are starts of bars of that interval"),
    DUPLICATE_BAR("keep the right one"),
    TRADE_ID("check that the ids are the venue's and ascend with time"),
    OTHER_PAIR("name the file by the pair it holds"),
    NO_TEXT("correct the row"),
    IDENTITY("give each its own"),
    UNKNOWN_VALUE("correct the row");

    private final String remedy;

    Fault(String remedy) {
        this.remedy = remedy;
    }

    /** What to do, as the end of a sentence. */
    public String remedy() {
        return remedy;
    }
}
