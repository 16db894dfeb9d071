package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file of any file system Flink knows, as parquet-java wants to write it. */
record FlinkOutputFile(FileSystem fileSystem, Path path) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return new Stream(fileSystem.create(path, FileSystem.WriteMode.NO_OVERWRITE));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return new Stream(fileSystem.create(path, FileSystem.WriteMode.OVERWRITE));
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Stream extends PositionOutputStream {
        private final FSDataOutputStream out;

        Stream(FSDataOutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos();
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
