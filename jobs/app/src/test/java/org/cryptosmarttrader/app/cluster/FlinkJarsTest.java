package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The jars of a cluster")
class FlinkJarsTest {

    @TempDir
    private Path project;

    private Path lib;
    private Path jobs;

    @BeforeEach
    void build() throws IOException {
        lib = Files.createDirectories(project.resolve("jobs/cluster/target/lib"));
        jobs = Files.createDirectories(project.resolve("jobs/prediction/target"));
        Files.createFile(jobs.resolve("cst-prediction-1.0.jar"));
    }

    @Test
    void are_found_where_a_build_lays_them() throws IOException {
        Files.createFile(lib.resolve("flink-runtime-2.2.1.jar"));
        Path job = Files.createFile(jobs.resolve("cst-prediction-1.0-job.jar"));

        FlinkJars jars = FlinkJars.builtIn(project);

        assertThat(jars.job()).isEqualTo(job);
        assertThat(jars.classPath()).isEqualTo(lib + "/*");
    }

    @Test
    void are_refused_without_those_of_flink() throws IOException {
        Files.createFile(jobs.resolve("cst-prediction-1.0-job.jar"));

        assertThatThrownBy(() -> FlinkJars.builtIn(project))
                .hasMessageStartingWith("cluster: no jars of Flink in " + lib)
                .hasMessageContaining("build them: mvn package");
    }

    @Test
    void are_refused_without_the_shaded_job() throws IOException {
        Files.createFile(lib.resolve("flink-runtime-2.2.1.jar"));

        assertThatThrownBy(() -> FlinkJars.builtIn(project))
                .hasMessageStartingWith("cluster: no job jar " + jobs)
                .hasMessageContaining("build them: mvn package");
    }
}
