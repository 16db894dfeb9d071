package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code java} the processes of a cluster run on.
 *
 * @param executable the program
 */
public record JavaProgram(Path executable) {

    /** What the job jar is compiled for. */
    private static final String NEEDED = "17";

    private static final Pattern VERSION = Pattern.compile("java\\.specification\\.version = (\\S+)");

    /** The one this program runs on. */
    public static JavaProgram own() throws IOException {
        return in(Path.of(System.getProperty("java.home")));
    }

    /**
     * The one of a Java installation.
     *
     * @throws IllegalStateException if there is none, or not of the version needed
     */
    public static JavaProgram in(Path home) throws IOException {
        Path executable = home.resolve("bin/java");
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "cluster: no program %s; point JAVA_HOME at a JDK %s".formatted(executable, NEEDED));
        }
        String version = version(executable);
        if (!version.equals(NEEDED)) {
            throw new IllegalStateException("cluster: needs Java %s, %s is Java %s; point JAVA_HOME at a JDK %s"
                    .formatted(NEEDED, executable, version, NEEDED));
        }
        return new JavaProgram(executable);
    }

    private static String version(Path executable) throws IOException {
        Process asked = new ProcessBuilder(executable.toString(), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(said);
        return version.find() ? version.group(1) : "of unknown version";
    }
}
