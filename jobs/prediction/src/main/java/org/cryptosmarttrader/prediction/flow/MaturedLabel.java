package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.labels.LabelStatus;

/**
 * A label on its way, matured at the tick of the row it rides on.
 *
 * @param horizonHours of the forecast it judges
 */
public record MaturedLabel(int horizonHours, Label label) {

    void write(DataOutput out) throws IOException {
        out.writeInt(horizonHours);
        out.writeLong(label.bar());
        out.writeDouble(label.value());
        out.writeDouble(label.scaled());
        out.writeByte(label.status().ordinal());
        out.writeDouble(label.entryPrice());
        out.writeDouble(label.exitPrice());
        out.writeLong(label.entryLagMillis());
        out.writeBoolean(label.afterKnown());
    }

    static MaturedLabel read(DataInput in) throws IOException {
        return new MaturedLabel(
                in.readInt(),
                new Label(
                        in.readLong(),
                        in.readDouble(),
                        in.readDouble(),
                        LabelStatus.values()[in.readByte()],
                        in.readDouble(),
                        in.readDouble(),
                        in.readLong(),
                        in.readBoolean()));
    }
}
