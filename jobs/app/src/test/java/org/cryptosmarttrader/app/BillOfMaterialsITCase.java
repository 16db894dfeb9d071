package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The file that CycloneDX made of this build, beside the jars the launcher puts on the class path. */
@DisplayName("The bill of materials")
class BillOfMaterialsITCase {

    private static final Path BILL = Path.of("target/bom.json");
    private static final Path JARS = Path.of("target/dist/lib");

    private JsonNode bill;

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(BILL), "made by a build that is online only: mvn verify without -o");
        bill = Json.read(BILL, JsonNode.class);
    }

    private Map<String, JsonNode> components() {
        Map<String, JsonNode> byFile = new TreeMap<>();
        for (JsonNode component : bill.get("components")) {
            byFile.put(
                    "%s-%s.jar"
                            .formatted(
                                    component.get("name").asText(),
                                    component.get("version").asText()),
                    component);
        }
        return byFile;
    }

    /** Jars of others that this build uses and ships; a folder that was built before may hold older ones, too. */
    private static Set<String> shipped() throws IOException {
        Set<String> used = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toSet());
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("cst-"))
                    .filter(used::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void names_every_jar_that_is_shipped_and_no_other() throws IOException {
        Set<String> named = components().keySet().stream()
                .filter(name -> !name.startsWith("cst-"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(100).isEqualTo(shipped());
    }

    @Test
    void gives_each_a_licence_and_a_hash() {
        components().forEach((file, component) -> {
            assertThat(component.get("licenses")).as(file).isNotEmpty();
            assertThat(component.get("hashes").findValuesAsText("alg")).as(file).contains("SHA-256");
        });
    }

    @Test
    void says_nothing_of_when_it_was_made() {
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.get("metadata").has("timestamp")).isFalse();
    }
}
