package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.wire.ListeningSockets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("A standalone cluster")
class StandaloneClusterITCase {

    @TempDir
    private Path folder;

    private ClusterSettings settings(int restPort) throws Exception {
        return new ClusterSettings(folder, FlinkJars.builtIn(Path.of("../..")), JavaProgram.own(), 2, 2, 384, restPort);
    }

    @Test
    void starts_with_all_task_managers_and_leaves_no_process_behind() throws Exception {
        List<FlinkProcess> processes;
        try (StandaloneCluster cluster = StandaloneCluster.start(settings(0))) {
            assertThat(cluster.rest().taskManagers())
                    .containsExactly(
                            new ClusterRest.TaskManager("taskmanager-1", 2, 2),
                            new ClusterRest.TaskManager("taskmanager-2", 2, 2));
            assertThat(cluster.cli().list()).contains("No running jobs", "No scheduled jobs");
            assertThat(cluster.startTaskManager().name()).isEqualTo("taskmanager-3");
            processes = cluster.processes();
            for (FlinkProcess process : processes) {
                assertThat(ListeningSockets.of(process.pid()))
                        .as(process.name())
                        .isNotEmpty()
                        .allMatch(socket -> socket.getAddress().isLoopbackAddress());
            }
        }
        assertThat(processes).hasSize(4).noneMatch(FlinkProcess::isAlive);
        assertThat(folder.resolve("tmp")).doesNotExist();
        assertThat(folder.resolve("logs/jobmanager.log")).content().contains("Rest endpoint listening at 127.0.0.1:");
    }

    @Test
    void refuses_a_port_that_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> StandaloneCluster.start(settings(taken.getLocalPort())))
                    .hasMessageStartingWith("cluster: port %d of 127.0.0.1 is taken", taken.getLocalPort())
                    .hasMessageEndingWith("name another, or 0 for a free one");
        }
    }

    @Test
    void says_why_a_process_ended_at_once_and_stops_the_others() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.createFile(lib.resolve("flink-runtime-2.2.1.jar"));
        Path job = Files.createFile(folder.resolve("job.jar"));
        ClusterSettings broken =
                ClusterSettings.of(folder.resolve("cluster"), new FlinkJars(lib, job), JavaProgram.own(), 1, 1);

        assertThatThrownBy(() -> StandaloneCluster.start(broken))
                .hasMessageStartingWith("jobmanager ended with exit code 1: ")
                .hasMessageContaining("StandaloneSessionClusterEntrypoint")
                .hasMessageContaining("the whole story is in ");
    }
}
