package org.cryptosmarttrader.app.cluster;

import java.nio.file.Path;

/**
 * A cluster as it is to be.
 *
 * @param folder for configuration, logs, savepoints and temporary files; created if absent
 * @param jars of its processes
 * @param java they run on
 * @param taskManagers how many, 1 or more
 * @param slots of each: subtasks of one stage it can run
 * @param heapMegabytes of each TaskManager
 * @param restPort of the JobManager's REST interface and page; 0 for a free one
 */
public record ClusterSettings(
        Path folder, FlinkJars jars, JavaProgram java, int taskManagers, int slots, int heapMegabytes, int restPort) {

    /** Below it the graph's own classes, models and buffers leave nothing for state. */
    private static final int LEAST_HEAP = 384;

    /** @throws IllegalArgumentException if a number makes no cluster */
    public ClusterSettings {
        folder = folder.toAbsolutePath().normalize();
        if (taskManagers < 1 || slots < 1 || heapMegabytes < LEAST_HEAP) {
            throw new IllegalArgumentException(
                    "cluster: %d TaskManagers with %d slots and a heap of %d MB each; needs 1 or more, 1 or more, %d or more"
                            .formatted(taskManagers, slots, heapMegabytes, LEAST_HEAP));
        }
    }

    /** One on free ports. */
    public static ClusterSettings of(Path folder, FlinkJars jars, JavaProgram java, int taskManagers, int slots) {
        return new ClusterSettings(folder, jars, java, taskManagers, slots, 768, 0);
    }
}
