package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.certify.SomeEvents.hours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The disorder between two watermarks")
class JumbleTest {

    private static List<EventBlock> drained(Jumble jumble) {
        List<EventBlock> out = new ArrayList<>();
        jumble.drain(out::add);
        return out;
    }

    private static long[] numbers(List<EventBlock> blocks) {
        return blocks.stream()
                .flatMapToLong(block -> Arrays.stream(block.sequences()))
                .toArray();
    }

    private static List<EventBlock> ofHundred(long seed) {
        Jumble jumble = new Jumble(seed);
        jumble.add(SomeEvents.bars(hours(100)));
        return drained(jumble);
    }

    @Test
    void loses_and_repeats_nothing() {
        assertThat(numbers(ofHundred(1))).containsExactlyInAnyOrder(hours(100));
    }

    @Test
    void comes_in_pieces_of_one_to_seven() {
        assertThat(ofHundred(1)).extracting(EventBlock::count).contains(1, 7).allMatch(count -> count <= 7);
    }

    @Test
    void is_out_of_order() {
        assertThat(numbers(ofHundred(1))).isNotEqualTo(hours(100));
    }

    @Test
    void is_the_same_for_the_same_seed_only() {
        assertThat(numbers(ofHundred(1))).isEqualTo(numbers(ofHundred(1)));
        assertThat(numbers(ofHundred(1))).isNotEqualTo(numbers(ofHundred(2)));
    }

    @Test
    void mixes_blocks_with_each_other() {
        Jumble jumble = new Jumble(1);
        for (int block = 0; block < 20; block++) {
            jumble.add(SomeEvents.texts(block));
        }

        assertThat(numbers(drained(jumble))).isNotEqualTo(hours(20)).containsExactlyInAnyOrder(hours(20));
    }

    @Test
    void carries_nothing_over_a_watermark() {
        Jumble jumble = new Jumble(1);
        jumble.add(SomeEvents.bars(1, 2, 3));
        drained(jumble);

        assertThat(drained(jumble)).isEmpty();
    }
}
