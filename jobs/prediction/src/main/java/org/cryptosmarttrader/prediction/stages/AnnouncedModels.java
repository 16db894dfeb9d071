package org.cryptosmarttrader.prediction.stages;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;

/** Announced models as broadcast state: filed on arrival, read at ticks, superseded ones dropped behind the watermark. */
final class AnnouncedModels {

    static final MapStateDescriptor<String, EventBlock> STATE =
            new MapStateDescriptor<>("models", Types.STRING, MessageType.of(EventBlock.class));

    private final ModelsInForce inForce = new ModelsInForce();

    void add(BroadcastState<String, EventBlock> models, EventBlock announcement, long watermark) throws Exception {
        models.put(
                "%d %s %d".formatted(announcement.availableAt(0), announcement.source(), announcement.sequence(0)),
                announcement);
        Set<Long> needed = inForce.needed(watermark, models.immutableEntries());
        Iterator<Map.Entry<String, EventBlock>> all = models.iterator();
        while (all.hasNext()) {
            long availableAt = all.next().getValue().availableAt(0);
            if (availableAt <= watermark && !needed.contains(availableAt)) {
                all.remove();
            }
        }
    }

    /** The models in force at a tick, by horizon; see {@link ModelsInForce#at}. */
    Map<String, List<ModelsInForce.Active>> inForce(ReadOnlyBroadcastState<String, EventBlock> models, long tick)
            throws Exception {
        return inForce.at(tick, models.immutableEntries());
    }
}
