package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.judgement.DayRecord;
import org.cryptosmarttrader.judgement.Issued;
import org.cryptosmarttrader.judgement.JudgeState;

/** Bytes of what a judge keeps. */
final class JudgeBytes {

    private JudgeBytes() {}

    static final class OfIssued implements Codec<Issued> {
        @Override
        public Class<Issued> type() {
            return Issued.class;
        }

        @Override
        public void write(Issued issued, DataOutput out) throws IOException {
            issued.write(out);
        }

        @Override
        public Issued read(DataInput in) throws IOException {
            return Issued.read(in);
        }
    }

    static final class OfDay implements Codec<DayRecord> {
        @Override
        public Class<DayRecord> type() {
            return DayRecord.class;
        }

        @Override
        public DayRecord copy(DayRecord day) {
            return day.copy();
        }

        @Override
        public void write(DayRecord day, DataOutput out) throws IOException {
            day.write(out);
        }

        @Override
        public DayRecord read(DataInput in) throws IOException {
            return DayRecord.read(in);
        }
    }

    static final class OfState implements Codec<JudgeState> {
        @Override
        public Class<JudgeState> type() {
            return JudgeState.class;
        }

        @Override
        public JudgeState copy(JudgeState state) {
            return state.copy();
        }

        @Override
        public void write(JudgeState state, DataOutput out) throws IOException {
            state.write(out);
        }

        @Override
        public JudgeState read(DataInput in) throws IOException {
            return JudgeState.read(in);
        }
    }
}
