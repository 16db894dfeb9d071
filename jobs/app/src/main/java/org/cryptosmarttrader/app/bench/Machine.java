package org.cryptosmarttrader.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.cryptosmarttrader.app.runs.Version;

/**
 * What the figures were measured on.
 *
 * @param processor model, empty where the system does not say
 * @param memoryBytes of the machine
 * @param heapBytes this process may use
 * @param load average over the last minute when the bench began, negative where the system does not say: above 0 by much,
 *     others were at work
 * @param versions by part
 */
public record Machine(
        String processor,
        int cores,
        long memoryBytes,
        long heapBytes,
        String system,
        double load,
        SortedMap<String, String> versions) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                findProcessor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                Runtime.getRuntime().maxMemory(),
                "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
                system.getSystemLoadAverage(),
                findVersions());
    }

    private static SortedMap<String, String> findVersions() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("program", Version.program());
        versions.put("flink", EnvironmentInformation.getVersion());
        versions.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        return versions;
    }

    private static String findProcessor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return "";
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("");
    }

    String text() {
        return "%s, %d cores, %.1f GiB, heap %.1f GiB, %s, load %.1f%n%s"
                .formatted(
                        processor,
                        cores,
                        memoryBytes / (double) (1L << 30),
                        heapBytes / (double) (1L << 30),
                        system,
                        load,
                        versions);
    }
}
