package org.cryptosmarttrader;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law that UDFs are pure, as far as bytecode shows it, and which package may know which. */
@DisplayName("The module udfs")
class ArchitectureTest {

    private static final String ROOT = "org.cryptosmarttrader";

    private static final JavaClasses UDFS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final String[] PLAIN = {
        ROOT + "..",
        "",
        "java.lang..",
        "java.io",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.security",
        "java.text",
        "java.time..",
        "java.util.."
    };

    // ---- purity

    @Test
    void is_plain_java() {
        check(
                classes()
                        .that()
                        .resideOutsideOfPackage(packages("portfolio"))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)),
                "no Flink, Kafka, Avro or other library, and no files, sockets or databases of the JDK");
        check(
                classes()
                        .that()
                        .resideInAPackage(packages("portfolio"))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(PLAIN).or(resideInAPackage("org.ejml.."))),
                "linear algebra in one thread, and nothing else");
    }

    @Test
    void reads_and_writes_only_what_it_is_handed() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.io")
                                .and(not(belongToAnyOf(
                                        DataInput.class,
                                        DataOutput.class,
                                        IOException.class,
                                        Serializable.class,
                                        UncheckedIOException.class)))),
                "state codecs are handed a DataInput or a DataOutput; streams and files are opened in jobs");
    }

    @Test
    void asks_nothing_of_the_system() {
        ban(
                System.class,
                name -> !name.equals("arraycopy"),
                "neither console, environment, properties nor clock; identity hash codes differ from run to run");
    }

    @Test
    void reads_no_clock() {
        ban(
                describe("java.time", type -> type.getPackageName().startsWith("java.time")),
                List.of("now", "systemDefault")::contains,
                "time is event time; `now` is the tick");
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(Date.class))),
                "time is event time; `now` is the tick");
    }

    @Test
    void throws_no_dice() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(assignableTo(Random.class)
                                .or(assignableTo(RandomGenerator.class)
                                        .and(not(belongToAnyOf(SplittableRandom.class))))),
                "the same inputs give the same bits");
        ban(Math.class, "random"::equals, "the same inputs give the same bits");
        ban(StrictMath.class, "random"::equals, "the same inputs give the same bits");
        ban(Collections.class, "shuffle"::equals, "the same inputs give the same bits");
        ban(UUID.class, "randomUUID"::equals, "ids are hashes of what they identify");
    }

    @Test
    void draws_only_for_the_bootstrap_of_evaluation_and_from_a_seed() {
        check(
                noClasses()
                        .that(not(resideInAPackage(packages("evaluation"))))
                        .should()
                        .dependOnClassesThat(belongToAnyOf(SplittableRandom.class)),
                "only intervals of scores are drawn");
        check(
                noClasses().should().callConstructor(SplittableRandom.class),
                "without a seed it takes one from the clock");
    }

    @Test
    void takes_transcendental_functions_from_strict_math() {
        ban(
                Math.class,
                List.of(
                        "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1",
                        "log", "log10", "log1p", "pow", "cbrt", "hypot")::contains,
                "java.lang.Math may differ in the last bit from machine to machine");
    }

    @Test
    void has_no_hash_order() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(describe(
                                "hash maps and sets without an order of their own",
                                type -> type.isEquivalentTo(HashMap.class)
                                        || type.isEquivalentTo(HashSet.class)
                                        || type.isEquivalentTo(IdentityHashMap.class)
                                        || type.isEquivalentTo(WeakHashMap.class)
                                        || type.isAssignableTo(Hashtable.class))),
                "use TreeMap, TreeSet, EnumMap, LinkedHashMap, lists or arrays");
    }

    @Test
    void has_no_order_that_changes_with_each_start() {
        ban(Map.class, List.of("of", "ofEntries", "copyOf")::contains, "use TreeMap");
        ban(Set.class, List.of("of", "copyOf")::contains, "use TreeSet or a list");
    }

    @Test
    void collects_into_maps_it_names() {
        List<String> intoHashes = List.of("toSet", "toUnmodifiableSet", "toUnmodifiableMap", "toConcurrentMap");
        Map<String, Integer> parametersWithMap = Map.of("toMap", 4, "groupingBy", 3);

        ban(Collectors.class, intoHashes::contains, "name a TreeMap or TreeSet, or collect into a list");
        check(
                noClasses()
                        .should()
                        .accessTargetWhere(describe(
                                "collects into a HashMap",
                                access -> access.getTargetOwner().isEquivalentTo(Collectors.class)
                                        && access.getTarget() instanceof CodeUnitAccessTarget target
                                        && target.getRawParameterTypes().size()
                                                < parametersWithMap.getOrDefault(access.getName(), 0))),
                "name a TreeMap");
    }

    @Test
    void runs_in_one_thread() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("java.util.concurrent..").or(assignableTo(Thread.class))),
                "parallelism belongs to the graph");
        ban(assignableTo(Collection.class), "parallelStream"::equals, "parallelism belongs to the graph");
        ban(assignableTo(BaseStream.class), List.of("parallel", "unordered")::contains, "sums run from left to right");
    }

    @Test
    void keeps_no_static_state() {
        check(
                fields().that().areStatic().should().beFinal(),
                "what a function remembers beside its arguments differs between subtasks");
    }

    @Test
    void does_not_depend_on_the_language_of_the_machine() {
        check(
                noClasses()
                        .should()
                        .accessTargetWhere(describe(
                                "changes case or encoding by the machine's default",
                                access -> access.getTargetOwner().isEquivalentTo(String.class)
                                        && List.of("toUpperCase", "toLowerCase", "getBytes")
                                                .contains(access.getName())
                                        && access.getTarget() instanceof CodeUnitAccessTarget target
                                        && target.getRawParameterTypes().isEmpty())),
                "give Locale.ROOT or StandardCharsets.UTF_8");
        ban(Locale.class, "getDefault"::equals, "give Locale.ROOT");
        ban(Charset.class, "defaultCharset"::equals, "give StandardCharsets.UTF_8");
    }

    // ---- who may know whom

    @Test
    void has_packages_without_cycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(), "a circle of packages is one package");
    }

    @Test
    void builds_history_on_domain_time_and_provenance_alone() {
        mayKnow("time");
        mayKnow("provenance");
        mayKnow("domain", "time");
        mayKnow("history", "domain", "time", "provenance");
    }

    @Test
    void computes_features_from_history_and_facts_alone() {
        mayKnow("facts", "history", "texts", "domain", "time", "provenance");
        mayKnow("features", "history", "facts", "domain", "time", "provenance");
    }

    @Test
    void checks_addresses_by_themselves() {
        mayKnow("chain", "provenance");
    }

    @Test
    void judges_labels_from_history_and_the_volatility_that_scales_them() {
        mayKnow("labels", "features", "history", "domain", "time", "provenance");
    }

    @Test
    void divides_by_covariances_alone() {
        mayKnow("portfolio", "domain");
    }

    @Test
    void answers_statements_from_the_returns_of_pairs_alone() {
        mayKnow("statements", "domain", "time");
    }

    /** What a package may depend on besides itself; what is not listed it must not know. */
    private static void mayKnow(String name, String... others) {
        String[] known = Stream.concat(Stream.of(name), Stream.of(others))
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        check(
                noClasses()
                        .that()
                        .resideInAPackage(packages(name))
                        .should()
                        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(known)))),
                "what is known must not hang on what is decided from it");
    }

    private static String packages(String name) {
        return ROOT + "." + name + "..";
    }

    @Test
    void states_the_contract_of_every_package() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .content()
                    .as("contract of %s", folder)
                    .startsWith("/**")
                    .contains("*/\npackage "));
        }
    }

    /** No class may use these methods of a type, called or referred to. */
    private static void ban(Class<?> owner, Predicate<String> methods, String reason) {
        ban(belongToAnyOf(owner), methods, reason);
    }

    private static void ban(DescribedPredicate<? super JavaClass> owner, Predicate<String> methods, String reason) {
        check(
                noClasses()
                        .should()
                        .accessTargetWhere(describe(
                                "uses what is banned of " + owner.getDescription(),
                                access -> owner.test(access.getTargetOwner()) && methods.test(access.getName()))),
                reason);
    }

    private static void check(ArchRule rule, String reason) {
        rule.because(reason).allowEmptyShould(true).check(UDFS);
    }
}
