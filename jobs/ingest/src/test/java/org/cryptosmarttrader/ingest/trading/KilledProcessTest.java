package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process killed while its order is on the way")
class KilledProcessTest {

    @TempDir
    Path folder;

    @Test
    void leaves_a_journal_by_which_the_next_one_finds_the_order_and_sends_none() throws Exception {
        long tick = System.currentTimeMillis();
        JumpingClock later = new JumpingClock(tick + 1_000);
        Reports reports = new Reports();
        try (Desk desk = new Desk(IngestClock.system(), later)) {
            BoxedAccount account = desk.open("key", OrderPlan.none());
            desk.exchange().holdReplies();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TradingProcess.class.getName(),
                            folder.toString(),
                            desk.exchange().http().toString(),
                            Long.toString(tick))
                    .inheritIO()
                    .start();
            try {
                assertThat(desk.exchange().awaitHeld(60, TimeUnit.SECONDS)).isTrue();
                assertThatIOException()
                        .isThrownBy(() -> OrderJournal.open(folder, tick))
                        .withMessageContaining("another cst trade holds the journal");
            } finally {
                process.destroyForcibly().waitFor();
            }

            try (Desk.Trader next = desk.trader(folder, "key", Desk.live(), reports)) {
                next.executor().start();
                next.executor().take(TradingProcess.order(tick));
            }

            assertThat(account.orders()).hasSize(1);
            assertThat(Reports.quantity(reports.fills(TradingProcess.order(tick).id())))
                    .isEqualByComparingTo("0.5");
        }
    }
}
