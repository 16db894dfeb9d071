package org.cryptosmarttrader.ingest.box;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * A chain that does what it is told: grows, and changes its branch. Blocks that left it can still be asked for by their hash. Safe for
 * use by the test and the server.
 */
public final class BoxedChain {

    /**
     * A transfer.
     *
     * @param id 64 hexadecimal digits
     * @param units satoshi, wei, or the token's smallest
     * @param contract address of a token; empty of the chain's own coin
     */
    public record Sent(String id, String from, String to, BigInteger units, String contract) {}

    /** @param time epoch seconds */
    public record Block(long height, String hash, String previous, long time, List<Sent> sent) {}

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Block> byHash = new TreeMap<>();
    private int branch;
    private int hidden;

    /** Begins with some empty blocks. */
    public BoxedChain(int empty, long firstTime, long spacing) {
        for (int i = 0; i < empty; i++) {
            mine(firstTime + i * spacing);
        }
    }

    /** @param time epoch seconds */
    public synchronized Block mine(long time, Sent... sent) {
        long height = blocks.size();
        String previous =
                height == 0 ? "0".repeat(64) : blocks.get(blocks.size() - 1).hash();
        String hash = id("block %d of branch %d, %d".formatted(height, branch, time));
        Block block = new Block(height, hash, previous, time, List.of(sent));
        blocks.add(block);
        byHash.put(hash, block);
        return block;
    }

    /** The newest blocks leave the chain; what is mined next stands on what is left. Gives them, the oldest first. */
    public synchronized List<Block> orphan(int depth) {
        List<Block> newest = blocks.subList(blocks.size() - depth, blocks.size());
        List<Block> gone = List.copyOf(newest);
        newest.clear();
        branch++;
        return gone;
    }

    /** Does not show its newest blocks, like a node that lags. */
    public synchronized void hide(int count) {
        hidden = count;
    }

    /** 64 hexadecimal digits. */
    public static String id(String name) {
        return Sha256.hex(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
    }

    synchronized Block tip() {
        return blocks.get(blocks.size() - 1 - hidden);
    }

    synchronized Optional<Block> at(long height) {
        return height >= 0 && height < blocks.size() - hidden
                ? Optional.of(blocks.get((int) height))
                : Optional.empty();
    }

    synchronized Optional<Block> of(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** The blocks from a height up to the one that has so many confirmations. */
    public synchronized List<Block> confirmed(long from, int confirmations) {
        return List.copyOf(blocks.subList((int) from, Math.max((int) from, blocks.size() - confirmations + 1)));
    }

    /** Number of blocks. */
    public synchronized int length() {
        return blocks.size();
    }
}
