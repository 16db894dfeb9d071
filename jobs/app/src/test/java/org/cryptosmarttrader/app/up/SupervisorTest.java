package org.cryptosmarttrader.app.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.cluster.JavaProgram;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What keeps processes running")
class SupervisorTest {

    /** A variable every process has. */
    private static final String VARIABLE = "PATH";

    @TempDir
    Path logs;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Says whether it knows a variable, and ends. */
    public static final class Teller {
        private Teller() {}

        public static void main(String[] words) {
            System.out.println(words[0] + " " + (System.getenv(words[0]) == null ? "is unknown" : "is known"));
        }
    }

    /** Lives until it is ended, and says which process it is and that it was asked to end. */
    public static final class Waiter {
        private Waiter() {}

        public static void main(String[] words) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("PATH asked to end")));
            Parent.watch();
            System.out.println("PATH " + ProcessHandle.current().pid());
            new CountDownLatch(1).await();
        }
    }

    /** A supervisor as a process of its own, of one process that waits. */
    public static final class Program {
        private Program() {}

        public static void main(String[] words) throws Exception {
            Supervisor supervisor =
                    new Supervisor(JavaProgram.own().executable(), Path.of(words[0]), Set.of(), (form, values) -> {});
            supervisor.keep(new Child("live", "64m", List.of(Waiter.class.getName()), false));
            new CountDownLatch(1).await();
        }
    }

    @Test
    void leaves_nothing_running_when_it_is_killed() throws Exception {
        Process supervisor = new ProcessBuilder(
                        JavaProgram.own().executable().toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        logs.toString())
                .start();
        long waiter = Long.parseLong(printed("live", 1).strip().split(" ")[1]);
        ProcessHandle child = ProcessHandle.of(waiter).orElseThrow();

        supervisor.destroyForcibly().waitFor();

        child.onExit().get(60, TimeUnit.SECONDS);
        assertThat(printed("live", 2)).contains("asked to end");
    }

    private Child child(String name, boolean knowsKeys) {
        return new Child(name, "64m", List.of(Teller.class.getName(), VARIABLE), knowsKeys);
    }

    private String printed(String name, int runs) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Path file = logs.resolve(name + ".out");
        String text = "";
        while (text.split("PATH", -1).length - 1 < runs) {
            assertThat(System.nanoTime()).as(text).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
            text = Files.exists(file) ? Files.readString(file) : "";
        }
        return text;
    }

    @Test
    void gives_keys_to_those_alone_that_need_them_and_starts_again_what_ended() throws Exception {
        try (Supervisor supervisor = new Supervisor(
                JavaProgram.own().executable(),
                logs,
                Set.of(VARIABLE),
                (form, values) -> told.add(form.formatted(values)))) {
            supervisor.keep(child("ingest", true));
            supervisor.keep(child("live", false));

            assertThat(printed("ingest", 2)).contains("PATH is known").doesNotContain("PATH is unknown");
            assertThat(printed("live", 2)).contains("PATH is unknown").doesNotContain("PATH is known");
        }
        assertThat(told).anyMatch(line -> line.contains("ended with exit code 0"));
    }
}
