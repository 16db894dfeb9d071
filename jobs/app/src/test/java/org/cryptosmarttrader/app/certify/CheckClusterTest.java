package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.wire.ListeningSockets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cluster of the checks")
class CheckClusterTest {

    private static List<InetSocketAddress> listening() throws Exception {
        return new ArrayList<>(ListeningSockets.of(ProcessHandle.current().pid()));
    }

    @Test
    void is_heard_on_this_machine_alone() throws Exception {
        assumeTrue(ListeningSockets.areTold(), "where a process listens is read from /proc");
        List<InetSocketAddress> before = listening();
        try (CheckCluster cluster = CheckCluster.start()) {
            List<InetSocketAddress> more = listening();
            more.removeAll(before);

            assertThat(cluster).isNotNull();
            assertThat(more).isNotEmpty().allMatch(socket -> socket.getAddress().isLoopbackAddress());
        }
    }
}
