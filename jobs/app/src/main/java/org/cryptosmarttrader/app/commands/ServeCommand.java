package org.cryptosmarttrader.app.commands;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.Session;
import org.cryptosmarttrader.app.explain.OpenExplainer;
import org.cryptosmarttrader.serving.alerts.Alerts;
import org.cryptosmarttrader.serving.alerts.Webhook;
import org.cryptosmarttrader.serving.api.ApiServer;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.dashboard.Dashboard;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.logs.SessionLogs;
import org.cryptosmarttrader.serving.metrics.MetricsServer;
import org.cryptosmarttrader.serving.runs.RunsBelow;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst serve}: a run in the browser and over HTTP. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Show a run, under way or finished: pages for people, an API for programs, metrics for operators, until Ctrl-C.")
public final class ServeCommand implements Callable<Integer> {

    private static final String TOKEN = "CST_TOKEN";

    @Mixin
    private Common common;

    @Mixin
    private RunOptions of;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "address to listen at; any but loopback needs a token in CST_TOKEN (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Mixin
    private ServePorts ports;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "folder of the logs of all sessions (default: where this session logs)")
    private Path logs = Session.logs();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "folder below which finished runs are listed and compared (default: data)")
    private Path runs = Path.of("data");

    @Option(names = "--wait", description = "wait until there is a run")
    private boolean isPatient;

    @Override
    public Integer call() throws Exception {
        Access access =
                new Access(host, Optional.ofNullable(System.getenv(TOKEN)).filter(token -> !token.isEmpty()));
        Optional<Webhook> webhook = Webhook.of(System.getenv());
        ports.all();
        UntilStopped until = new UntilStopped();
        if (isPatient && !until.awaitOr(() -> RunFolder.isAt(of.run()))) {
            until.ended();
            return 0;
        }
        try (RunStore store = RunStore.open(of.run());
                Growth growth = Growth.watch(store);
                OpenExplainer explainer =
                        new OpenExplainer(RunFolder.open(of.run()), of.conf(), of.archives(), of.rawLog())) {
            store.copyAhead();
            Path ingest = of.data().resolve("ingest/status.json");
            Served served = new Served(
                    store,
                    growth,
                    ingest,
                    new SessionLogs(logs),
                    new RunsBelow(runs),
                    explainer,
                    of.data().resolve("certificate/certificate.json"));
            if (webhook.isPresent()) {
                try (Alerts alerts = Alerts.start(served, webhook.get())) {
                    serve(served, List.of(alerts), access, until);
                }
            } else {
                serve(served, List.of(), access, until);
            }
        } finally {
            until.ended();
        }
        return 0;
    }

    private void serve(Served served, List<MultiCollector> more, Access access, UntilStopped until)
            throws InterruptedException {
        try (HttpServer pages = Dashboard.start(served, Listening.at(access, ports.pages()));
                HttpServer api = ApiServer.start(served, Listening.at(access, ports.api()));
                MetricsServer metrics = MetricsServer.start(
                        served, of.data().resolve(LiveCommand.METRICS), more, Listening.at(access, ports.metrics()))) {
            common.say(
                    "pages http://%1$s:%2$d, API http://%1$s:%3$d/openapi.json, metrics http://%1$s:%4$d/metrics; Ctrl-C stops all",
                    host, pages.port(), api.port(), metrics.port());
            common.result(Map.of("pages", pages.port(), "api", api.port(), "metrics", metrics.port()));
            until.await();
        }
    }
}
