package org.cryptosmarttrader.app.commands;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.TradeRun;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.trading.Block;
import org.cryptosmarttrader.ingest.trading.KafkaExecutions;
import org.cryptosmarttrader.wire.conf.VenueSettings;
import org.cryptosmarttrader.wire.events.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst trade}: orders of the lane GATED to a real venue. */
@Command(
        name = "trade",
        mixinStandardHelpOptions = true,
        description = "Take orders of the lane GATED to the venue, until Ctrl-C. It checks them only, unless"
                + " conf/trading.yaml says mode: live and nothing blocks.")
public final class TradeCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "the broker cst live writes its orders to")
    private String bootstrap;

    @Override
    public Integer call() throws Exception {
        VenueSettings settings = options.venue();
        UntilStopped until = new UntilStopped();
        Topics topics = new Topics(options.ingest().topicPrefix());
        try (KafkaExecutions executions = new KafkaExecutions(bootstrap, topics.executions());
                TradeRun run = TradeRun.start(
                        settings,
                        options.graph().trading().execution().broker(),
                        options.ingest(),
                        bootstrap,
                        options.data(),
                        System.getenv(),
                        IngestClock.system(),
                        executions)) {
            List<Block> blocks = run.blocks();
            common.say("trade      orders of %s; Ctrl-C stops it", bootstrap);
            say(blocks);
            common.result(Map.of("bootstrap", bootstrap, "blocks", blocks));
            while (!until.isAsked()) {
                run.step();
                List<Block> now = run.state().blocks();
                if (!kinds(now).equals(kinds(blocks))) {
                    say(now);
                    blocks = now;
                }
            }
            common.say("trade      sent %,d orders", run.state().sent());
        } finally {
            until.ended();
        }
        return 0;
    }

    private static List<Block.Kind> kinds(List<Block> blocks) {
        return blocks.stream().map(Block::kind).toList();
    }

    private void say(List<Block> blocks) {
        if (blocks.isEmpty()) {
            common.say("           nothing blocks: orders are real");
        }
        blocks.forEach(block -> common.say("           blocked by %s: %s", block.kind(), block.says()));
    }
}
