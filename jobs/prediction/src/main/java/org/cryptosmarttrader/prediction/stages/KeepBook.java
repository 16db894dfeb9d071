package org.cryptosmarttrader.prediction.stages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.book.BookEvents;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.TradeBook;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * The trade book: everything of a tick together, on one key, so that orders, limits and cash have one order. What it hears
 * comes in parts, the quotes, the signals of each horizon and what is said to it alone; the watermark says that none is missing.
 *
 * <p>The book is the operator's state, written at checkpoints and not at ticks: with a month of closes of every pair it is
 * megabytes. There is one subtask, and nothing to be divided among more.
 */
public final class KeepBook extends KeyedProcessFunction<Integer, BookTick, RowBatch> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** Re-armings and executions that changed nothing. */
    public static final OutputTag<RowBatch> REFUSED =
            new OutputTag<>("refused-notices", MessageType.of(RowBatch.class));

    /** All accounts share one book. */
    private static final int THE_BOOK = 0;

    private static final MapStateDescriptor<Long, BookTick> HEARD =
            new MapStateDescriptor<>("heard", Types.LONG, MessageType.of(BookTick.class));
    private static final ListStateDescriptor<byte[]> BOOK =
            new ListStateDescriptor<>("the book", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final GraphSettings settings;
    private transient MapState<Long, BookTick> heard;
    private transient ListState<byte[]> written;
    private transient TradeBook book;

    private KeepBook(GraphSettings settings) {
        this.settings = settings;
    }

    /** Orders, fills, accounts and audit rows. */
    public static SingleOutputStreamOperator<RowBatch> of(
            DataStream<BookTick> signals,
            DataStream<BookTick> quotes,
            DataStream<BookTick> notices,
            GraphSettings settings) {
        return signals.union(quotes, notices)
                .keyBy(part -> THE_BOOK, Types.INT)
                .process(new KeepBook(settings), MessageType.of(RowBatch.class))
                .setParallelism(1)
                .uid("book")
                .name("book: fills, marks, limits, orders");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        written = context.getOperatorStateStore().getListState(BOOK);
        Iterator<byte[]> books = written.get().iterator();
        book = books.hasNext() ? read(books.next()) : new TradeBook(settings.book());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        written.update(List.of(bytes(book)));
    }

    @Override
    public void open(OpenContext context) {
        heard = getRuntimeContext().getMapState(HEARD);
    }

    @Override
    public void processElement(BookTick part, Context context, Collector<RowBatch> out) throws Exception {
        BookTick known = heard.get(part.tick());
        heard.put(part.tick(), known == null ? part : known.and(part));
        context.timerService().registerEventTimeTimer(part.tick());
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<RowBatch> out) throws Exception {
        BookEvents events = book.onTick(heard.get(tick));
        heard.remove(tick);
        BookRowsOut.of(events).forEach(out::collect);
        if (!events.refused().isEmpty()) {
            context.output(REFUSED, EventRowsOut.refused(events.refused(), tick));
        }
    }

    /** The state holds no settings, so that it fits a book whose settings were changed on purpose. */
    private TradeBook read(byte[] bytes) throws IOException {
        return TradeBook.read(new DataInputStream(new ByteArrayInputStream(bytes)), settings.book());
    }

    private static byte[] bytes(TradeBook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
