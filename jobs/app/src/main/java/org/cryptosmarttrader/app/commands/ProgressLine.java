package org.cryptosmarttrader.app.commands;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** One line on a terminal, written anew as work goes on and gone at its end; nothing where nobody watches. */
final class ProgressLine implements Consumer<String>, AutoCloseable {

    private static final String BACK_TO_EMPTY = "\r\u001B[K";
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean isWatched;

    ProgressLine(PrintWriter err, boolean isWatched) {
        this.err = err;
        this.isWatched = isWatched;
    }

    @Override
    public void accept(String stage) {
        show(stage.length() <= WIDTH ? stage : stage.substring(0, WIDTH - 1) + "…");
    }

    private void show(String line) {
        if (isWatched) {
            err.print(BACK_TO_EMPTY + line);
            err.flush();
        }
    }

    @Override
    public void close() {
        show("");
    }
}
