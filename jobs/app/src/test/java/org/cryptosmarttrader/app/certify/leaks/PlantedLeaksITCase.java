package org.cryptosmarttrader.app.certify.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cryptosmarttrader.app.certify.Check;
import org.cryptosmarttrader.serving.report.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
@DisplayName("The certificate")
class PlantedLeaksITCase {

    @TempDir
    private static Path folder;

    private static Scene scene;

    @BeforeAll
    static void import_the_market() throws Exception {
        scene = new Scene(folder);
    }

    @AfterAll
    static void stop_the_cluster() throws Exception {
        scene.close();
    }

    static List<Leak> leaks() {
        return new PlantedLeaks(scene).all();
    }

    @Test
    void accuses_nobody_of_an_honest_graph() throws Exception {
        Certificate certificate = scene.honest();

        assertThat(certificate.column())
                .allSatisfy(column -> assertThat(column.first()).isEmpty());
        assertThat(certificate.availability().liars()).isEmpty();
        assertThat(certificate.verdict()).isEqualTo(Certificate.CLEAN);
        assertThat(certificate.checks())
                .allSatisfy((name, check) -> assertThat(check.finite()).as(name).isPositive());
    }

    @Test
    void has_at_least_twenty_leaks_to_find() {
        assertThat(leaks()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(leaks()).extracting(Leak::place).contains("source", "join", "frame", "label", "trainer");
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void finds(Leak leak) throws Exception {
        Certificate certificate = leak.trial().certify(scene);

        TreeSet<String> by = new TreeSet<>();
        List<String> wrongly = new ArrayList<>();
        for (Certificate.Column column : certificate.column()) {
            column.first().forEach(accusation -> by.add(accusation.check()));
            boolean isAccused = column.verdict().equals(Certificate.ACCUSED);
            if (isAccused && !leak.bent().test(column.fullName())) {
                wrongly.add(column.fullName());
            }
        }
        if (certificate.availability().accusedEvents() > 0) {
            by.add(Check.AVAILABILITY.name());
        }
        System.out.printf(
                "%-60s %s, %d columns%n", leak, by, certificate.accused().size());
        assertThat(certificate.verdict()).isEqualTo(Certificate.ACCUSED);
        assertThat(by).contains(leak.check().name());
        assertThat(certificate.accused()).isNotEmpty();
        assertThat(wrongly).as("clean columns accused").isEmpty();
    }
}
