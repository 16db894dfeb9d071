package org.cryptosmarttrader.app.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.explain.OpenExplainer;
import org.cryptosmarttrader.serving.api.ApiServer;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.dashboard.Dashboard;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.logs.SessionLogs;
import org.cryptosmarttrader.serving.runs.RunsBelow;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** A run as {@code cst serve} shows it, at ports that are free. */
final class Shown implements AutoCloseable {

    private final RunStore store;
    private final Growth growth;
    private final HttpServer pages;
    private final HttpServer api;
    private final OpenExplainer explainer;

    private Shown(RunStore store, Growth growth, OpenExplainer explainer, Served served, Listening listening) {
        this.store = store;
        this.growth = growth;
        this.explainer = explainer;
        this.pages = Dashboard.start(served, listening);
        this.api = ApiServer.start(served, listening);
    }

    /** With the limits of a page that is looked at. */
    static Shown at(Path run) throws IOException {
        return at(run, Listening.at(Access.LOCAL, 0));
    }

    static Shown at(Path run, Listening listening) throws IOException {
        return at(run, run.resolve("none/logs"), listening);
    }

    static Shown at(Path run, Path logs, Listening listening) throws IOException {
        RunStore store = RunStore.open(run);
        store.copyAhead();
        Growth growth = Growth.watch(store);
        Path archive = run.resolveSibling("archive");
        OpenExplainer explainer = new OpenExplainer(
                RunFolder.open(run),
                Answer.home().resolve("conf"),
                Files.isDirectory(archive) ? List.of(archive) : List.of(),
                run.resolve("none"));
        Served served = new Served(
                store,
                growth,
                run.resolve("none/status.json"),
                new SessionLogs(logs),
                new RunsBelow(run.getParent()),
                explainer,
                run.resolve("none"));
        return new Shown(store, growth, explainer, served, listening);
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
        explainer.close();
        growth.close();
        store.close();
    }
}
