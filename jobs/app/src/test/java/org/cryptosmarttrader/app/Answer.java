package org.cryptosmarttrader.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.Json;

/**
 * What cst answered to some words, typed in the folder of this checkout.
 *
 * @param exit 0 done, 1 refused, 2 wrong use
 * @param out standard output
 * @param err standard error
 */
public record Answer(int exit, String out, String err) {

    static {
        System.setProperty("cst.home", home().toString());
    }

    public static Answer to(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Cst.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Answer(exit, out.toString(), err.toString());
    }

    /** Folder of this checkout. */
    public static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("conf"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The last line, an object of --json. */
    public JsonNode json() throws IOException {
        return Json.mapper().readTree(out.strip().substring(out.strip().lastIndexOf('\n') + 1));
    }
}
