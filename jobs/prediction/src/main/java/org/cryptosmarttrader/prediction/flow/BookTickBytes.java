package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.book.BookTick;

/** What the trade book hears. */
final class BookTickBytes implements Codec<BookTick> {

    @Override
    public Class<BookTick> type() {
        return BookTick.class;
    }

    @Override
    public void write(BookTick heard, DataOutput out) throws IOException {
        heard.write(out);
    }

    @Override
    public BookTick read(DataInput in) throws IOException {
        return BookTick.read(in);
    }
}
