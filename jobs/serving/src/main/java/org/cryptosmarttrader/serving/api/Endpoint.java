package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.serving.store.Snapshot;

/**
 * A place of the API.
 *
 * @param path as of OpenAPI, e.g. {@code /predictions/{pair}}
 * @param summary a sentence
 * @param parameters that it takes, besides those of pages
 * @param work answers from one snapshot
 */
record Endpoint(String path, String summary, Kind kind, List<Parameter> parameters, Work work) {

    /** What it answers with. */
    enum Kind {
        ROWS,
        DOCUMENT
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Work {
        Answer answer(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException;
    }

    static Endpoint rows(String path, String summary, List<Parameter> parameters, Work work) {
        return new Endpoint(path, summary, Kind.ROWS, parameters, work);
    }

    static Endpoint document(String path, String summary, List<Parameter> parameters, Work work) {
        return new Endpoint(path, summary, Kind.DOCUMENT, parameters, work);
    }
}
