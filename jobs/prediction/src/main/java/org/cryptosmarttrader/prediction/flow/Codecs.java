package org.cryptosmarttrader.prediction.flow;

import java.util.List;

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
            new CellBytes.OfFrame(),
            new CellBytes.OfDay(),
            new BookTickBytes(),
            new PairMemoryBytes(),
            new FactMemoryBytes(),
            new JudgeBytes.OfIssued(),
            new JudgeBytes.OfDay(),
            new JudgeBytes.OfState(),
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
