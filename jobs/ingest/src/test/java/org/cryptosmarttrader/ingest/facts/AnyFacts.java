package org.cryptosmarttrader.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.ImportException;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.time.TickGrid;

/** A file that holds anything, read by a layout: facts that can be, or a refusal by the file's name. */
public final class AnyFacts {

    private static final long FIRST = Instant.parse("2009-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private AnyFacts() {}

    /**
     * Reads it, and asserts that what it says can be.
     *
     * @return facts taken, none if the file was refused
     */
    public static List<Fact> read(FactLayout layout, Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Received received = new Received(file.toString(), file, null, null, true);
        List<Fact> facts = new ArrayList<>();
        try {
            layout.read(received, "00", facts::add, new BadRows(null));
        } catch (ImportException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
            return List.of();
        } catch (BadRow refused) {
            // the import adds the file's name
            assertThat(refused.getMessage()).isNotBlank();
            return List.of();
        }
        facts.forEach(AnyFacts::requirePossible);
        return facts;
    }

    private static void requirePossible(Fact fact) {
        assertThat(fact.values()).hasSize(fact.kind().width());
        assertThat(fact.words()).hasSize(fact.kind().words()).doesNotContainNull();
        assertThat(fact.sequence()).isNotNegative();
        assertThat(fact.eventTime()).isBetween(FIRST, LAST + TickGrid.DAY);
        assertThat(fact.availableAt()).isGreaterThanOrEqualTo(fact.eventTime());
        if (fact.kind() == EventKind.TRANSFER) {
            assertThat(fact.values()[0]).isPositive().isFinite();
        }
        if (fact.kind() == EventKind.METRIC) {
            assertThat(fact.values()[0]).isFinite();
        }
        if (fact.kind() == EventKind.TEXT || fact.kind() == EventKind.SCORE) {
            assertThat(Arrays.stream(fact.values()).allMatch(score -> Double.isNaN(score) || Math.abs(score) <= 1))
                    .isTrue();
        }
    }
}
