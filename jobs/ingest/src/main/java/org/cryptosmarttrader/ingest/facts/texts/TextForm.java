package org.cryptosmarttrader.ingest.facts.texts;

import java.io.IOException;
import java.io.Reader;
import org.cryptosmarttrader.ingest.files.BadRow;

/** How files of one origin say texts. One class each. */
interface TextForm {

    /** As on the command line, e.g. {@code cryptonews}. */
    String name();

    /** Whether a file found in a folder is of this form, by its name without folders. */
    boolean recognises(String fileName);

    /** @throws BadRow if it is no file of this form */
    TextRows rows(Reader text) throws IOException, BadRow;

    /** @param line of the row, from 1 */
    TextItem item(TextRow row, long line) throws BadRow;
}
