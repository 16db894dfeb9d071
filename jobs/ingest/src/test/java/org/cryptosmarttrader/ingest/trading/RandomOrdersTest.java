package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Orders through lost replies, faults and deaths")
class RandomOrdersTest {

    private static final int SOME = 300;
    private static final int ALL = 10_000;

    @TempDir
    Path folder;

    @Test
    void never_double_a_position() throws Exception {
        play(1, SOME);
    }

    @Tag("long")
    @Test
    void never_double_a_position_in_ten_thousand_sequences() throws Exception {
        play(1_000_000, ALL);
    }

    private void play(long firstSeed, int sequences) throws Exception {
        try (RandomOrders orders = new RandomOrders(folder)) {
            for (long seed = firstSeed; seed < firstSeed + sequences; seed++) {
                orders.play(seed);
            }
            System.out.println("random orders: " + orders.counts() + ", replies lost: " + orders.lostReplies());
            assertThat(orders.lostReplies()).isGreaterThan(sequences / 2);
            assertThat(orders.counts().get("restarts")).isGreaterThan(sequences / 4);
            assertThat(orders.counts().get("fills compared")).isGreaterThan(sequences / 2);
        }
    }
}
