package org.cryptosmarttrader.app.up;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.cryptosmarttrader.app.runs.Venue;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.IngestSettings;

/** Looks whether this machine can run {@code cst up}, before anything is started. */
public final class Doctor {

    private static final int JAVA = 17;
    private static final long GIGABYTE = 1L << 30;
    /** Broker, ingest and job have heaps of 4 GB together, and need as much again for buffers and files the system keeps. */
    private static final long MEMORY = 6 * GIGABYTE;

    private static final long DISK_TO_BEGIN = 2 * GIGABYTE;
    /** What 471 pairs write in about a month: payloads, topic, rows. */
    private static final long DISK_FOR_LONG = 20 * GIGABYTE;

    private final Path data;
    private final IngestSettings ingest;
    private final Map<String, String> environment;

    /** @param data folder of the installation, there or not */
    public Doctor(Path data, IngestSettings ingest, Map<String, String> environment) {
        this.data = data;
        this.ingest = ingest;
        this.environment = environment;
    }

    /**
     * Looks at everything.
     *
     * @param ports by the option that names them
     */
    public List<Finding> findings(SortedMap<String, Integer> ports) throws InterruptedException {
        List<Finding> findings = new ArrayList<>(List.of(java(), memory(), folder(), disk()));
        ports.forEach((option, port) -> findings.add(port(option, port)));
        findings.addAll(keys());
        findings.add(clock());
        return findings;
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        return feature == JAVA
                ? Finding.fine("java", Runtime.version().toString())
                : Finding.limited(
                        "java", "%s; tried with Java %d only, name it with JAVA_HOME".formatted(feature, JAVA));
    }

    private static Finding memory() {
        long bytes = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        String has = "%.1f GB".formatted((double) bytes / GIGABYTE);
        return bytes >= MEMORY
                ? Finding.fine("memory", has)
                : Finding.limited(
                        "memory",
                        "%s, less than %d GB: the system may end processes; follow fewer pairs"
                                .formatted(has, MEMORY / GIGABYTE));
    }

    private Finding folder() {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            return Finding.bad("data", "%s is a file; name a folder with --data".formatted(data.toAbsolutePath()));
        }
        try {
            Files.createDirectories(data);
            Path tried = Files.createTempFile(data, ".doctor", "");
            Files.delete(tried);
            return Finding.fine("data", data.toAbsolutePath().toString());
        } catch (IOException e) {
            return Finding.bad(
                    "data",
                    "%s cannot be written (%s: %s); name another folder with --data, or correct its rights"
                            .formatted(data.toAbsolutePath(), e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    private Finding disk() {
        try {
            Path there = data.toAbsolutePath();
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            long free = Files.getFileStore(there).getUsableSpace();
            String has = "%.1f GB free at %s".formatted((double) free / GIGABYTE, there);
            if (free < DISK_TO_BEGIN) {
                return Finding.bad("disk", "%s, less than %d GB; free some".formatted(has, DISK_TO_BEGIN / GIGABYTE));
            }
            return free < DISK_FOR_LONG
                    ? Finding.limited(
                            "disk", has + "; a month of all pairs needs some %d GB".formatted(DISK_FOR_LONG / GIGABYTE))
                    : Finding.fine("disk", has);
        } catch (IOException e) {
            return Finding.bad("disk", "%s: %s".formatted(data, e));
        }
    }

    private static Finding port(String option, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.fine(option.substring(2), "%d is free".formatted(port));
        } catch (IOException e) {
            return Finding.bad(
                    option.substring(2),
                    "%d is taken (%s); end what holds it, perhaps another cst up, or name another with %s"
                            .formatted(port, e.getMessage(), option));
        }
    }

    private List<Finding> keys() {
        Secrets secrets = new Secrets(environment, data.resolve("secrets"));
        List<Finding> findings = new ArrayList<>();
        Secrets.USES.forEach((name, use) -> findings.add(key(secrets, name, use)));
        return findings;
    }

    private static Finding key(Secrets secrets, String name, String use) {
        try {
            Optional<String> key = secrets.of(name);
            return key.isPresent()
                    ? Finding.fine(name, "given: " + use)
                    : Finding.limited(name, "not given, so no %s; %s".formatted(use, secrets.howToGive(name)));
        } catch (IOException e) {
            return Finding.bad(name, e.getMessage());
        }
    }

    private Finding clock() throws InterruptedException {
        Venue venue = Venue.kraken(ingest.kraken(), IngestClock.system());
        try {
            venue.requireSameTime(ingest.clockToleranceMillis());
            return Finding.fine("clock", "as the venue's");
        } catch (SourceException e) {
            return Finding.limited("venue", e.getMessage());
        } catch (IOException e) {
            return Finding.bad("clock", e.getMessage());
        }
    }
}
