package org.cryptosmarttrader.app.pages;

import java.io.IOException;
import java.nio.file.Path;
import org.cryptosmarttrader.serving.api.ApiServer;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.dashboard.Dashboard;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.store.RunStore;

/** A run as {@code cst serve} shows it, at ports that are free. */
final class Shown implements AutoCloseable {

    private final RunStore store;
    private final Growth growth;
    private final HttpServer pages;
    private final HttpServer api;

    private Shown(RunStore store, Growth growth, Served served, Listening listening) {
        this.store = store;
        this.growth = growth;
        this.pages = Dashboard.start(served, listening);
        this.api = ApiServer.start(served, listening);
    }

    /** With the limits of a page that is looked at. */
    static Shown at(Path run) throws IOException {
        return at(run, Listening.at(Access.LOCAL, 0));
    }

    static Shown at(Path run, Listening listening) throws IOException {
        RunStore store = RunStore.open(run);
        Growth growth = Growth.watch(store);
        return new Shown(store, growth, new Served(store, growth, run.resolve("none/status.json")), listening);
    }

    /** Where the pages are, without a slash at the end. */
    String pages() {
        return "http://127.0.0.1:%d".formatted(pages.port());
    }

    /** Where the API is, without a slash at the end. */
    String api() {
        return "http://127.0.0.1:%d".formatted(api.port());
    }

    @Override
    public void close() throws IOException {
        api.close();
        pages.close();
        growth.close();
        store.close();
    }
}
