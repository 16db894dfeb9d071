package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.BufferedOutputStream;
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

    /** Footers come byte by byte, and a local file takes each as it comes: a system call a byte. */
    private static final class Stream extends PositionOutputStream {
        private static final int BUFFER_BYTES = 64 << 10;

        private final BufferedOutputStream out;
        private long position;

        Stream(FSDataOutputStream out) throws IOException {
            this.out = new BufferedOutputStream(out, BUFFER_BYTES);
            this.position = out.getPos();
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            position += length;
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
