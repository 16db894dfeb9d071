package org.cryptosmarttrader.app.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.cluster.JavaProgram;
import org.cryptosmarttrader.app.runs.Backtest.Progress;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.wire.events.Topics;

/**
 * Broker, ingest, job and pages of one machine, each a process of its own. Close it to stop them.
 *
 * @param supervisor keeps them
 * @param bootstrap the broker's address
 */
public record Installation(Supervisor supervisor, String bootstrap) implements AutoCloseable {

    /** The processes' names. */
    public static final String BROKER = "broker";

    public static final String INGEST = "ingest";
    public static final String LIVE = "live";
    public static final String SERVE = "serve";

    private static final String PROGRAM = "org.cryptosmarttrader.app.Cst";
    private static final long BROKER_SECONDS = 60;

    /**
     * What is to run.
     *
     * @param data folder of the installation
     * @param port of the broker
     * @param ingest main class and words of ingest, without those every process gets
     * @param live words of the job, without those every process gets
     * @param serve words of what shows it, all of them; empty if nothing is to
     * @param words ingest and job get, e.g. {@code --conf}
     */
    public record Plan(
            Path data, int port, List<String> ingest, List<String> live, List<String> serve, List<String> words) {

        /**
         * The program's own processes.
         *
         * @param ingest words only ingest gets
         * @param live words only the job gets
         * @param serve words only what shows it gets
         */
        public static Plan of(
                Path data, int port, List<String> ingest, List<String> live, List<String> serve, List<String> words) {
            return new Plan(data, port, joined(List.of(PROGRAM, INGEST), ingest), live, serve, words);
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> words = new ArrayList<>(first);
        words.addAll(second);
        return words;
    }

    /**
     * Starts them one after the other.
     *
     * @throws IOException if the broker does not come up
     */
    public static Installation start(Plan plan, Topics topics, int partitions, Progress progress)
            throws IOException, InterruptedException {
        String bootstrap = "127.0.0.1:" + plan.port();
        Path logs = Path.of(
                System.getProperty("cst.logs", plan.data().resolve("logs").toString()));
        Supervisor supervisor = new Supervisor(JavaProgram.own().executable(), logs, Secrets.USES.keySet(), progress);
        Installation started = new Installation(supervisor, bootstrap);
        try {
            supervisor.keep(new Child(
                    BROKER,
                    "1g",
                    List.of(PROGRAM, BROKER, "--data", plan.data().toString(), "--port", Integer.toString(plan.port())),
                    false));
            awaitBroker(plan.port(), logs);
            TopicAdmin.ensure(bootstrap, topics, partitions);
            supervisor.keep(new Child(INGEST, "1g", words(plan.ingest(), plan, bootstrap), true));
            supervisor.keep(
                    new Child(LIVE, "2g", words(joined(List.of(PROGRAM, LIVE), plan.live()), plan, bootstrap), false));
            if (!plan.serve().isEmpty()) {
                supervisor.keep(new Child(SERVE, "1g", joined(List.of(PROGRAM, SERVE), plan.serve()), false));
            }
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    private static List<String> words(List<String> first, Plan plan, String bootstrap) {
        List<String> words = new ArrayList<>(first);
        words.addAll(plan.words());
        words.addAll(List.of("--bootstrap", bootstrap));
        return words;
    }

    private static void awaitBroker(int port, Path logs) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BROKER_SECONDS);
        while (System.nanoTime() < deadline) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("broker: does not answer at 127.0.0.1:%d after %d s; see %s"
                .formatted(port, BROKER_SECONDS, logs.resolve(BROKER + ".out")));
    }

    @Override
    public void close() throws InterruptedException {
        supervisor.close();
    }
}
