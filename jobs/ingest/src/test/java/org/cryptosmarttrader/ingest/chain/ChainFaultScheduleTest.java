package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedChain.Block;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.chain.ChainScene.Face;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forty blocks, branches that end one to six blocks deep, a node that lags, restarts, and three calls in ten that fail in one of
 * twelve ways; then calm, and the graph has to remember what the chain holds: each transfer once, and none of another branch.
 */
@DisplayName("A chain where all goes wrong")
class ChainFaultScheduleTest {

    private static final int BLOCKS = 40;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void is_known_as_it_is_in_the_end(long seed) throws Exception {
        Face face = Face.values()[(int) (seed % Face.values().length)];
        SplittableRandom random = new SplittableRandom(seed);
        long from = (ChainScene.START + 1) * 1_000;
        FaultPlan plan = FaultPlan.seeded(seed, from, from + 2 * BLOCKS * face.spacing * 1_000);
        try (ChainScene scene = new ChainScene(face, folder, plan)) {
            if (random.nextBoolean()) {
                scene.nodes.tellsTimeWithLogs();
            }
            scene.nodes.mostBlocks(1 + random.nextInt(20), "{\"code\":-32000,\"message\":\"exceeds block range\"}");
            scene.pageSize = 2 + random.nextInt(5);
            scene.keptBlocks = BLOCKS;
            scene.patienceMillis = 150;
            scene.follows();
            // where it begins is not what is tried here
            while (scene.mark == null) {
                scene.tries();
            }
            long first = ChainMark.of(scene.mark, "it").newest().height() + 1;
            turmoil(scene, random, first);

            scene.clock.pass(2 * BLOCKS * face.spacing * 1_000);
            scene.chain.hide(0);
            scene.minesEmpty(ChainScene.CONFIRMATIONS + 6);
            scene.look();

            String when = "seed %d, %s, %s".formatted(seed, face, plan.met());
            assertThat(ids(scene)).as(when).isEqualTo(held(scene, first));
        }
    }

    private static void turmoil(ChainScene scene, SplittableRandom random, long first) throws Exception {
        List<Sent> lost = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            scene.clock.pass(scene.face.spacing * 1_000);
            Sent[] sent = new Sent[random.nextInt(4)];
            for (int i = 0; i < sent.length; i++) {
                // what left the chain with its branch often comes back
                boolean comesBack = !lost.isEmpty() && random.nextInt(3) > 0;
                sent[i] = comesBack
                        ? lost.remove(random.nextInt(lost.size()))
                        : scene.sent("%d of %d".formatted(i, block), random.nextInt(5) == 0 ? 0.5 : 2_000 + i);
            }
            scene.mines(sent);
            switch (random.nextInt(8)) {
                case 0:
                    // never from before the beginning
                    int depth = (int) Math.min(1 + random.nextInt(6), scene.chain.length() - first);
                    for (Block gone : scene.chain.orphan(depth)) {
                        lost.addAll(gone.sent());
                    }
                    scene.mines();
                    break;
                case 1:
                    scene.chain.hide(random.nextInt(3));
                    break;
                case 2:
                    scene.follows();
                    break;
                default:
                    scene.chain.hide(0);
            }
            for (int look = random.nextInt(3); look > 0; look--) {
                scene.tries();
            }
        }
        scene.mines(lost.toArray(Sent[]::new));
    }

    private static TreeSet<String> held(ChainScene scene, long first) {
        TreeSet<String> ids = new TreeSet<>();
        for (Block block : scene.chain.confirmed(first, ChainScene.CONFIRMATIONS)) {
            for (Sent sent : block.sent()) {
                if (sent.units().compareTo(scene.sent("", 1_000).units()) > 0) {
                    ids.add(sent.id());
                }
            }
        }
        return ids;
    }

    private static TreeSet<String> ids(ChainScene scene) {
        TreeSet<String> ids = new TreeSet<>();
        for (String id : scene.remembered.keySet()) {
            String hash = id.split(":")[1].replace("0x", "");
            assertThat(ids.add(hash)).as("a second time: %s", id).isTrue();
        }
        for (EventBlock event : scene.heard(EventKind.TRANSFER)) {
            assertThat(event.availableAt(0)).isGreaterThanOrEqualTo(event.eventTime(0));
        }
        return ids;
    }
}
