package org.cryptosmarttrader.prediction.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.Notice;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.drift.DayCells;
import org.cryptosmarttrader.drift.FrameCells;
import org.cryptosmarttrader.facts.FactMemory;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.history.ReferenceReturns;
import org.cryptosmarttrader.judgement.DayRecord;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.judgement.Issued;
import org.cryptosmarttrader.judgement.JudgeState;
import org.cryptosmarttrader.judgement.Prior;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.labels.LabelStatus;
import org.cryptosmarttrader.prediction.Settings;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The bytes of what flows")
class CodecsTest {

    private static final double ODD_NAN = Double.longBitsToDouble(0x7ff8000000000123L);
    private static final double[] ODD = {0.0, -0.0, Double.NaN, ODD_NAN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
    /** Longer than the 65,535 bytes that Java's own UTF holds. */
    private static final String LONG = "€uro ".repeat(20_000);

    static Stream<Object> samples() {
        return Stream.of(
                trades(),
                announcement(),
                new Arrival(3, Long.MAX_VALUE, 17, announcement()),
                Arrival.fromArchive(trades()),
                new Blocks(new ArrayList<>()),
                new Blocks(new ArrayList<>(List.of(trades(), announcement()))),
                MarketRow.unknown(5),
                new MarketRow(
                        5,
                        List.of(
                                new ReferenceReturns("BTC/USD", 7, ODD, new double[] {1, 2}),
                                new ReferenceReturns("ETH/USD", 8, new double[0], new double[0])),
                        List.of(new byte[64], new byte[0]),
                        new TreeMap<>(Map.of("EUR", new double[0], "USD", ODD)),
                        new FactRow(ODD, new TreeMap<>(Map.of("BTC", ODD)), new double[0])),
                PairRow.ofMarket(5, new byte[32]),
                row("BTC/USD", List.of()),
                row("Ä/USD", List.of(label(LabelStatus.OK), label(LabelStatus.EXIT_GAP))),
                new Frame(5, List.of(), new TreeMap<>()),
                new Frame(
                        5,
                        List.of(row("A/USD", List.of()), row("B/USD", List.of(label(LabelStatus.ENTRY_LATE)))),
                        new TreeMap<>(Map.of("USD", new Frame.Group(2, new byte[32])))),
                new HorizonFrame(5, 24, "up", "", List.of(), List.of(), List.of(), new TreeMap<>(), 3),
                new HorizonFrame(
                        5,
                        24,
                        "beyond_1.5",
                        "ab".repeat(32),
                        List.of(forecast("A/USD", 0.5), Forecast.none("B/USD", 0.02, 1)),
                        List.of(new Slate.Member("forest", new double[] {0.5, Double.NaN})),
                        List.of(new Outcome(
                                "A/USD", label(LabelStatus.EXIT_STALE).label())),
                        new TreeMap<>(Map.of("USD", new HorizonFrame.MarketReading(1.2, Double.NaN))),
                        2),
                HorizonFrame.ofColumns(5, 24, "up", new ColumnDrift("ab", 0.25)),
                FrameCells.of(5, 2, List.of(new double[] {1, Double.NaN})),
                DayCells.of(2, List.of(FrameCells.of(5, 2, List.of(new double[] {1, Double.NaN})))),
                new BookTick(5, 4, List.of(), List.of()),
                new BookTick(
                        5,
                        4,
                        List.of(quote("A/USD"), PairQuote.absent("B/USD", Double.NaN, 0, 3)),
                        List.of(new Signal(
                                "A/USD", new Horizon(24), 0.5, -0.01, 0.02, Double.NaN, "HIGH/UP", false, true)),
                        List.of(
                                new Notice(
                                        EventKind.REARM, "operators", "", 1, 2, 3, List.of("GATED", "USD", "Ä", LONG)),
                                new Notice(
                                        EventKind.EXECUTION,
                                        "kraken",
                                        "A/USD",
                                        1,
                                        2,
                                        3,
                                        List.of("id", "FILL", "T-1", "0.1", "2", "0", "")))),
                new PairMemory("BTC/USD"),
                new FactMemory(),
                Issued.of(new Slate("", Prior.NONE, List.of(), List.of()), List.of()),
                new DayRecord(24),
                new JudgeState(new Horizon(24), Settings.until(0).judging()),
                new RowBatch("empty", 0, new Object[] {new long[0], new double[0], new String[0], new boolean[0]}),
                new RowBatch("odd", 6, new Object[] {
                    new long[] {Long.MIN_VALUE, -1, 0, 1, 2, Long.MAX_VALUE},
                    ODD,
                    new String[] {null, "", "a", LONG, "\u0000", "𝔘"},
                    new boolean[] {true, false, true, true, false, false}
                }),
                new RowMessage("forecasts", "BTC/USD 24h", new byte[0]),
                new RowMessage("", "", new byte[200_000]));
    }

    private static EventBlock trades() {
        return new EventBlock(
                EventKind.TRADE,
                "test-venue",
                "BTC/USD",
                0,
                Availability.RECORDED,
                new long[] {1, 2},
                new long[] {Long.MIN_VALUE, 6},
                new long[] {6, Long.MAX_VALUE},
                ODD,
                new byte[64]);
    }

    private static EventBlock announcement() {
        return new EventBlock(
                EventKind.MODEL,
                "models",
                "",
                0,
                Availability.ASSIGNED,
                new long[] {1},
                new long[] {5},
                new long[] {6},
                new double[0],
                new byte[32],
                LONG);
    }

    private static PairQuote quote(String pair) {
        double none = Double.NaN;
        return new PairQuote(pair, true, 2, 3, 1, 2.5, 7, none, none, none, 0.01, 17, 0);
    }

    private static PairRow row(String pair, List<MaturedLabel> labels) {
        return new PairRow(pair, 5, true, ODD, new double[0], quote(pair), 3, labels, new byte[96]);
    }

    private static MaturedLabel label(LabelStatus status) {
        return new MaturedLabel(24, new Label(9, Double.NaN, -0.0, status, 1, 2, -5_000, true));
    }

    private static Forecast forecast(String pair, double pUp) {
        return new Forecast(pair, 0.02, -0.0, pUp, new Novelty.Reading(1, 0.25, Double.NaN), "onchain", 1, 2, "");
    }

    private static TypeSerializer<Object> serializer(Object sample) {
        return new CodecSerializer<>(Codecs.named(sample.getClass().getName()));
    }

    private static byte[] bytes(TypeSerializer<Object> serializer, Object value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void come_back_as_what_they_were_with_none_left_over(Object sample) throws IOException {
        TypeSerializer<Object> serializer = serializer(sample);
        byte[] written = bytes(serializer, sample);
        DataInputDeserializer in = new DataInputDeserializer(written);

        Object read = serializer.deserialize(in);

        assertThat(in.available()).isZero();
        assertThat(read).isInstanceOf(sample.getClass());
        assertThat(Arrays.equals(bytes(serializer, read), written))
                .as("bytes written again")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void are_copied_from_stream_to_stream_one_record_at_a_time(Object sample) throws IOException {
        TypeSerializer<Object> serializer = serializer(sample);
        byte[] written = bytes(serializer, sample);
        DataOutputSerializer two = new DataOutputSerializer(16);
        two.write(written);
        two.write(written);
        DataOutputSerializer out = new DataOutputSerializer(16);

        serializer.copy(new DataInputDeserializer(two.getCopyOfBuffer()), out);

        assertThat(Arrays.equals(out.getCopyOfBuffer(), written))
                .as("the first record alone")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void are_those_of_a_copy_too(Object sample) throws IOException {
        TypeSerializer<Object> serializer = serializer(sample);

        Object copy = serializer.copy(sample);

        assertThat(Arrays.equals(bytes(serializer, copy), bytes(serializer, sample)))
                .isTrue();
    }

    @Test
    void are_tried_for_every_type_that_has_any() {
        assertThat(new HashSet<>(samples().<Class<?>>map(Object::getClass).toList()))
                .containsExactlyInAnyOrderElementsOf(Codecs.types());
    }

    @Test
    void keep_every_bit_of_a_number_and_the_difference_of_null_and_empty() throws IOException {
        RowBatch odd = (RowBatch) samples()
                .filter(sample -> sample instanceof RowBatch batch && batch.rows() == 6)
                .findFirst()
                .orElseThrow();
        TypeSerializer<Object> serializer = serializer(odd);

        RowBatch read = (RowBatch) serializer.deserialize(new DataInputDeserializer(bytes(serializer, odd)));

        for (int i = 0; i < ODD.length; i++) {
            assertThat(Double.doubleToRawLongBits(read.doubles(1)[i])).isEqualTo(Double.doubleToRawLongBits(ODD[i]));
        }
        assertThat(read.strings(2)).containsExactly(null, "", "a", LONG, "\u0000", "𝔘");
    }

    @Test
    void of_a_copy_of_waiting_blocks_do_not_grow_with_the_original() {
        Blocks waiting = new Blocks(new ArrayList<>(List.of(trades())));
        Blocks copy = (Blocks) serializer(waiting).copy(waiting);

        waiting.list().add(trades());

        assertThat(copy.list()).hasSize(1);
    }

    // ---- what a savepoint remembers of them

    private static TypeSerializerSnapshot<Object> restored(TypeSerializer<Object> serializer) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), CodecsTest.class.getClassLoader());
    }

    @Test
    void are_read_from_a_savepoint_by_the_codec_that_wrote_them() throws IOException {
        TypeSerializer<Object> serializer = serializer(trades());

        TypeSerializerSnapshot<Object> snapshot = restored(serializer);

        assertThat(snapshot.restoreSerializer()).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(snapshot)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void of_another_type_are_refused() throws IOException {
        TypeSerializerSnapshot<Object> ofBlocks = restored(serializer(new Blocks(List.of())));

        assertThat(serializer(trades())
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(ofBlocks)
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void of_a_newer_program_are_refused_in_words() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        out.writeUTF(EventBlock.class.getName());

        assertThatIOException()
                .isThrownBy(() -> new CodecSnapshot<EventBlock>()
                        .readSnapshot(
                                2, new DataInputDeserializer(out.getCopyOfBuffer()), CodecsTest.class.getClassLoader()))
                .withMessage("savepoint: a serializer in it is of version 2, this program reads up to 1; "
                        + "go on with the program that wrote it, or a newer one");
    }

    @Test
    void of_a_type_without_a_codec_are_refused_when_the_job_is_built() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageType.of(String.class))
                .withMessageContaining("no codec for java.lang.String; add one to flow.Codecs");
    }
}
