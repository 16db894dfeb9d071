package org.cryptosmarttrader.app.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.Ports;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.app.up.Installation;
import org.cryptosmarttrader.time.TickGrid;

/** The processes of {@code cst up}, with the venue in the box in place of the one outside, each at a port of its own. */
final class BoxedPlan {

    private BoxedPlan() {}

    /** The port of what a plan shows, e.g. {@code --api-port}. */
    static int port(Installation.Plan plan, String option) {
        return Integer.parseInt(plan.serve().get(plan.serve().indexOf(option) + 1));
    }

    /**
     * @param genesis of the job
     * @param market words of the box: what it plays and when
     */
    static Installation.Plan of(Path data, WarmStart warm, TickGrid grid, Instant genesis, List<String> market)
            throws IOException {
        String conf = Answer.home().resolve("conf").toString();
        List<String> ingest = new ArrayList<>(List.of(BoxedIngest.class.getName()));
        ingest.addAll(market);
        ingest.addAll(
                List.of("--since", Instant.ofEpochMilli(warm.firstLiveBar(grid)).toString()));
        return new Installation.Plan(
                data,
                Ports.free(),
                ingest,
                List.of(
                        "--genesis",
                        genesis.toString(),
                        "--archive",
                        warm.archive().toString()),
                List.of(
                        "--wait",
                        "--run",
                        data.resolve("live").toString(),
                        "--pages-port",
                        Integer.toString(Ports.free()),
                        "--api-port",
                        Integer.toString(Ports.free()),
                        "--metrics-port",
                        Integer.toString(Ports.free()),
                        "--data",
                        data.toString(),
                        "--conf",
                        conf),
                List.of("--conf", conf, "--data", data.toString()));
    }
}
