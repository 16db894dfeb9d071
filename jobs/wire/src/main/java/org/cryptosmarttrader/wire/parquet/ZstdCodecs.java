package org.cryptosmarttrader.wire.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compression for parquet-java that does not go through Hadoop's codecs: zstd, or none. */
final class ZstdCodecs implements CompressionCodecFactory {

    /** The library's default; higher levels cost time and gained two percent on recorded bars. */
    private static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        requireKnown(codec);
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput bytes) throws IOException {
                return codec == CompressionCodecName.UNCOMPRESSED
                        ? bytes
                        : BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return codec;
            }

            @Override
            public void release() {}
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        requireKnown(codec);
        return new BytesInputDecompressor() {
            @Override
            public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                return codec == CompressionCodecName.UNCOMPRESSED
                        ? bytes
                        : BytesInput.from(unpack(bytes.toByteArray(), size));
            }

            @Override
            public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int size) throws IOException {
                byte[] bytes = new byte[inSize];
                in.get(bytes);
                out.put(codec == CompressionCodecName.UNCOMPRESSED ? bytes : unpack(bytes, size));
            }

            @Override
            public void release() {}
        };
    }

    private static byte[] unpack(byte[] bytes, int size) throws IOException {
        byte[] unpacked = new byte[size];
        long length = Zstd.decompressByteArray(unpacked, 0, size, bytes, 0, bytes.length);
        if (length != size) {
            throw new IOException("parquet page: %s; the file is damaged, write it again"
                    .formatted(Zstd.isError(length) ? Zstd.getErrorName(length) : "unpacks to another size"));
        }
        return unpacked;
    }

    private static void requireKnown(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD && codec != CompressionCodecName.UNCOMPRESSED) {
            throw new IllegalArgumentException(
                    "parquet: compressed with %s, this build reads ZSTD and UNCOMPRESSED; rewrite the file with zstd"
                            .formatted(codec));
        }
    }

    @Override
    public void release() {}
}
