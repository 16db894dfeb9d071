package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Duration;
import org.cryptosmarttrader.prediction.JobSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a job is run; none of it changes a result. */
public final class JobOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "subtasks of every stage; changes no result (default: one per core)")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--state",
            paramLabel = "BACKEND",
            description = "where stages keep their state, hashmap or rocksdb; changes no result (default: hashmap)")
    private String backend = "hashmap";

    JobSettings bounded() {
        requireValid();
        return JobSettings.once(parallelism).withBackend(backend);
    }

    int parallelism() {
        requireValid();
        return parallelism;
    }

    /** {@code hashmap} or {@code rocksdb}. */
    String backend() {
        requireValid();
        return backend;
    }

    private void requireValid() {
        if (parallelism < 1 || parallelism > JobSettings.MAX_PARALLELISM) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--parallelism %d: expected 1 to %d".formatted(parallelism, JobSettings.MAX_PARALLELISM));
        }
        if (!backend.equals("hashmap") && !backend.equals("rocksdb")) {
            throw new ParameterException(
                    spec.commandLine(), "--state %s: expected hashmap or rocksdb".formatted(backend));
        }
    }

    /** With checkpoints, as an unbounded job needs them. */
    JobSettings unbounded(Path checkpoints) {
        return bounded()
                .forLive()
                .withCheckpoints(
                        Duration.ofSeconds(2),
                        checkpoints.toAbsolutePath().toUri().toString());
    }
}
