package org.cryptosmarttrader;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Cst;
import org.cryptosmarttrader.prediction.PredictionJob;
import org.cryptosmarttrader.prediction.scoring.OnnxModel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which module may know which, and which libraries. The application sees them all, so the rules stand here. */
@DisplayName("The modules")
class ModulesTest {

    private static final String ROOT = "org.cryptosmarttrader";
    private static final List<String> JOBS = List.of("wire", "prediction", "training", "ingest", "serving", "app");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static DescribedPredicate<JavaClass> module(String name) {
        return resideInAPackage("%s.%s..".formatted(ROOT, name)).as(name);
    }

    /** Everything that is none of the jobs. */
    private static DescribedPredicate<JavaClass> udfs() {
        DescribedPredicate<JavaClass> ours = resideInAPackage(ROOT + "..");
        for (String job : JOBS) {
            ours = ours.and(not(module(job)));
        }
        return ours.as("udfs");
    }

    @Test
    void are_all_here_to_be_judged() {
        for (String job : JOBS) {
            assertThat(ALL.stream().filter(module(job)).count()).as(job).isGreaterThan(3);
        }
        assertThat(ALL.stream().filter(udfs()).count()).isGreaterThan(100);
    }

    @Test
    void know_of_udfs_that_it_knows_nobody() {
        check(udfs(), udfs(), "udfs says what things mean, jobs how they flow");
    }

    @Test
    void know_of_wire_that_it_knows_udfs_alone() {
        check(module("wire"), udfs().or(module("wire")), "formats do not depend on who reads them");
    }

    @Test
    void of_the_jobs_do_not_know_one_another() {
        for (String job : List.of("prediction", "training", "ingest", "serving")) {
            check(
                    module(job),
                    udfs().or(module("wire")).or(module(job)),
                    "jobs meet on files and topics, only the application brings them together");
        }
    }

    private static void check(DescribedPredicate<JavaClass> these, DescribedPredicate<JavaClass> may, String reason) {
        check(
                noClasses()
                        .that(these)
                        .should()
                        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(may))),
                reason);
    }

    @Test
    void leave_kafka_to_those_that_publish_read_and_start_it() {
        only("org.apache.kafka..", "prediction", "ingest", "app");
        only("kafka..", "app");
    }

    @Test
    void leave_flink_to_the_graph_and_the_application() {
        only("org.apache.flink..", "prediction", "app");
    }

    @Test
    void leave_engines_to_those_that_score_and_train() {
        only("ai.djl..", "prediction");
        only("ai.onnxruntime..");
        only("ml.dmlc..", "training");
        only("ai.onnx.proto..", "training");
    }

    @Test
    void leave_parquet_to_the_formats() {
        // ingest reads the files of others, the application measures how fast files are written
        only("org.apache.parquet..", "wire", "prediction", "ingest", "app");
        only("org.apache.hadoop..", "wire");
    }

    @Test
    void leave_words_and_colours_to_the_programs() {
        only("picocli..", "app", "prediction");
    }

    /** A library and the modules that may use it. */
    private static void only(String library, String... modules) {
        String[] users =
                Stream.of(modules).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        DescribedPredicate<JavaClass> others = resideInAPackage(ROOT + "..");
        others = modules.length == 0 ? others : others.and(not(resideInAnyPackage(users)));
        check(noClasses().that(others).should().dependOnClassesThat(resideInAPackage(library)), "one place for each");
    }

    private static void check(ArchRule rule, String reason) {
        rule.because(reason).allowEmptyShould(true).check(ALL);
    }

    // ---- time is event time

    @Test
    void read_no_clock_between_the_ends_of_the_graph() {
        // udfs has the same rule beside its own tests; sources and sinks may pace themselves
        DescribedPredicate<JavaClass> graph = resideInAnyPackage(
                ROOT + ".prediction",
                ROOT + ".prediction.stages..",
                ROOT + ".prediction.flow..",
                ROOT + ".prediction.scoring..");
        List<String> clocks = List.of(
                "now",
                "currentTimeMillis",
                "nanoTime",
                "currentProcessingTime",
                "registerProcessingTimeTimer",
                "systemDefault");
        check(
                noClasses()
                        .that(graph)
                        .should()
                        .accessTargetWhere(describe(
                                "asks a clock what time it is",
                                access -> clocks.contains(access.getName())
                                        && !access.getTargetOwner()
                                                .getPackageName()
                                                .startsWith(ROOT))),
                "whoever sets the clock of a machine changes no row");
    }

    // ---- nothing reports its use to anyone

    @Test
    void run_their_tests_offline() {
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }

    @Test
    void are_started_offline() throws IOException {
        assertThat(Path.of("../../cst")).content().contains("-Dai.djl.offline=true");
        assertThat(Files.readString(Path.of("../../pom.xml")).lines().filter(line -> line.contains("<argLine>")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("-Dai.djl.offline=true"));
    }

    @Test
    void go_offline_before_the_first_class_of_the_engine_is_loaded() {
        // nobody but OnnxModel reaches the engine; it and both programs set the property before they do anything else
        check(
                noClasses()
                        .that(resideInAPackage(ROOT + "..").and(not(nameStartingWith(OnnxModel.class.getName()))))
                        .should()
                        .dependOnClassesThat(resideInAPackage("ai.djl..")),
                "OnnxModel says ai.djl.offline before the engine starts");
        for (Class<?> first : List.of(OnnxModel.class, PredictionJob.class, Cst.class)) {
            assertThat(setsProperties(first)).as("%s", first).isTrue();
        }
    }

    private static boolean setsProperties(Class<?> type) {
        return ALL.get(type).getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getFullName().startsWith("java.lang.System.setProperty("));
    }
}
