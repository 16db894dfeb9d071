package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.Optional;
import org.cryptosmarttrader.domain.EventKind;

/**
 * A layout of market files: what their names say and where their columns stand. Adding one is a class and a line in
 * {@link Formats}.
 */
interface FileFormat {

    /** How a file's rows are read. */
    @FunctionalInterface
    interface Layout {
        /** @throws BadRow if the file's header is not what it should be */
        Table open(Received file) throws IOException, BadRow;
    }

    /**
     * What a file's name says.
     *
     * @param pair as the name spells it
     * @param intervalMillis length of its bars, 0 for trades
     */
    record Named(String pair, EventKind kind, long intervalMillis, Layout layout) {}

    /** As on the command line. */
    String name();

    /** Venue whose layout it is; null if the layout does not say. */
    String venue();

    /** Names it recognises, for messages. */
    String examples();

    /**
     * @param fileName without folders
     * @return empty if the file is not of this format
     * @throws BadRow if it is, but cannot be read
     */
    Optional<Named> recognise(String fileName) throws BadRow;

    /** The same for a file that was asked for by its own name, not met in a folder or a zip. */
    default Optional<Named> recogniseChosen(String fileName) throws BadRow {
        return recognise(fileName);
    }
}
