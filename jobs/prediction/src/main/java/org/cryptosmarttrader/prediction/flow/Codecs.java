package org.cryptosmarttrader.prediction.flow;

import java.util.List;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.drift.DayCells;
import org.cryptosmarttrader.drift.FrameCells;
import org.cryptosmarttrader.facts.FactMemory;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.judgement.DayRecord;
import org.cryptosmarttrader.judgement.Issued;
import org.cryptosmarttrader.judgement.JudgeState;

/** All codecs: one line for each type that travels or is kept. */
final class Codecs {

    private static final List<Codec<?>> ALL = List.of(
            new Arrival.Bytes(),
            new Blocks.OfOne(),
            new Blocks.Bytes(),
            new MarketRow.Bytes(),
            new PairRow.Bytes(),
            new Frame.Bytes(),
            new HorizonFrame.Bytes(),
            OwnBytes.of(FrameCells.class, FrameCells::write, FrameCells::read),
            OwnBytes.of(DayCells.class, DayCells::write, DayCells::read),
            OwnBytes.of(BookTick.class, BookTick::write, BookTick::read),
            OwnBytes.ofMutable(PairMemory.class, PairMemory::write, PairMemory::read, PairMemory::copy),
            OwnBytes.ofMutable(FactMemory.class, FactMemory::write, FactMemory::read),
            OwnBytes.of(Issued.class, Issued::write, Issued::read),
            OwnBytes.ofMutable(DayRecord.class, DayRecord::write, DayRecord::read, DayRecord::copy),
            OwnBytes.ofMutable(JudgeState.class, JudgeState::write, JudgeState::read, JudgeState::copy),
            new RowBatchBytes(),
            new RowMessage.Bytes());

    private Codecs() {}

    /** Every type that has a codec. */
    static List<Class<?>> types() {
        return ALL.stream().<Class<?>>map(Codec::type).toList();
    }

    /**
     * @throws IllegalArgumentException if the type has no codec
     */
    @SuppressWarnings("unchecked")
    static <T> Codec<T> named(String typeName) {
        return (Codec<T>) ALL.stream()
                .filter(codec -> codec.type().getName().equals(typeName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no codec for %s; add one to flow.Codecs, generic serialization is switched off"
                                .formatted(typeName)));
    }
}
