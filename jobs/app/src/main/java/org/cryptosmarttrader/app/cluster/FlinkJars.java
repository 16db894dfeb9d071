package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the processes of a cluster are made of.
 *
 * @param lib folder with Flink's own published jars
 * @param job the shaded job
 */
public record FlinkJars(Path lib, Path job) {

    private static final String BUILD =
            "build them: mvn package -Dmaven.test.skip=true -pl jobs/prediction,jobs/cluster -am";

    /** @throws IllegalStateException if a jar is missing */
    public FlinkJars {
        if (list(lib, "flink-runtime-").isEmpty()) {
            throw new IllegalStateException("cluster: no jars of Flink in %s; %s".formatted(lib, BUILD));
        }
        if (!Files.isRegularFile(job)) {
            throw new IllegalStateException("cluster: no job jar %s; %s".formatted(job, BUILD));
        }
    }

    /**
     * Those a build laid down.
     *
     * @param project root folder of the project
     * @throws IllegalStateException if it was not built with them
     */
    public static FlinkJars builtIn(Path project) {
        Path target = project.resolve("jobs/prediction/target").toAbsolutePath();
        List<Path> jobs = list(target, "cst-prediction-").stream()
                .filter(jar -> jar.getFileName().toString().endsWith("-job.jar"))
                .toList();
        return new FlinkJars(
                project.resolve("jobs/cluster/target/lib").toAbsolutePath(),
                jobs.isEmpty() ? target.resolve("cst-prediction-…-job.jar") : jobs.get(0));
    }

    private static List<Path> list(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cluster: folder %s cannot be read (%s)".formatted(folder, e), e);
        }
    }

    /** For {@code -cp}. */
    String classPath() {
        return lib + "/*";
    }
}
