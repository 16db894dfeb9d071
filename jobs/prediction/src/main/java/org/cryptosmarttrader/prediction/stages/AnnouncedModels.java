package org.cryptosmarttrader.prediction.stages;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.scoring.Champions;

/** Announced models as broadcast state: filed on arrival, read at ticks, superseded ones dropped behind the watermark. */
final class AnnouncedModels {

    static final MapStateDescriptor<String, EventBlock> STATE =
            new MapStateDescriptor<>("models", Types.STRING, MessageType.of(EventBlock.class));

    private final Champions champions = new Champions();

    void add(BroadcastState<String, EventBlock> models, EventBlock announcement, long watermark) throws Exception {
        models.put(
                "%d %s %d".formatted(announcement.availableAt(0), announcement.source(), announcement.sequence(0)),
                announcement);
        TreeSet<Long> needed = new TreeSet<>();
        champions.at(watermark, models.immutableEntries()).values().forEach(active -> needed.add(active.activatedAt()));
        Iterator<Map.Entry<String, EventBlock>> all = models.iterator();
        while (all.hasNext()) {
            long availableAt = all.next().getValue().availableAt(0);
            if (availableAt <= watermark && !needed.contains(availableAt)) {
                all.remove();
            }
        }
    }

    /** The models in force at a tick, by horizon. */
    Map<String, Champions.Active> inForce(ReadOnlyBroadcastState<String, EventBlock> models, long tick)
            throws Exception {
        return champions.at(tick, models.immutableEntries());
    }
}
