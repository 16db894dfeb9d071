package org.cryptosmarttrader.wire.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Compression of Parquet files that other programs wrote, for reading: what we write ourselves, and Snappy. */
final class ForeignCodecs implements CompressionCodecFactory {

    static final List<CompressionCodecName> READABLE =
            List.of(CompressionCodecName.ZSTD, CompressionCodecName.SNAPPY, CompressionCodecName.UNCOMPRESSED);

    private final ZstdCodecs own = new ZstdCodecs();

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.SNAPPY ? new SnappyPages() : own.getDecompressor(codec);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return own.getCompressor(codec);
    }

    @Override
    public void release() {
        own.release();
    }

    private static final class SnappyPages implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(unpack(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int size) throws IOException {
            byte[] bytes = new byte[inSize];
            in.get(bytes);
            out.put(unpack(bytes, size));
        }

        private static byte[] unpack(byte[] bytes, int size) throws IOException {
            byte[] unpacked = Snappy.uncompress(bytes);
            if (unpacked.length != size) {
                throw new IOException("parquet page: unpacks to %d bytes instead of %d; the file is damaged"
                        .formatted(unpacked.length, size));
            }
            return unpacked;
        }

        @Override
        public void release() {}
    }
}
