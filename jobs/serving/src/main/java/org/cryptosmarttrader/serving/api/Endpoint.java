package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;

/** A place of the API. */
sealed interface Endpoint {

    /** As of OpenAPI, e.g. {@code /predictions/{pair}}. */
    String path();

    /** A sentence. */
    String summary();

    /** Words it takes, besides those of pages. */
    List<Parameter> parameters();

    /** Says what is asked for from one snapshot. */
    @FunctionalInterface
    interface Work<T> {
        T answer(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException;
    }

    /** Answers with rows, a page of them at a time, in the order of the statement. */
    record Rows(String path, String summary, List<Parameter> parameters, Work<Sql> work) implements Endpoint {}

    /** Answers with one object, as JSON says it. */
    record Document(String path, String summary, List<Parameter> parameters, Work<Object> work) implements Endpoint {}
}
