package org.cryptosmarttrader.wire.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compression for parquet-java that does not go through Hadoop's codecs: zstd, or none. One for each reader or writer, which
 * releases it when it is closed: making zstd's memory anew for every page took a third as long as compressing it. Not
 * thread-safe.
 */
final class ZstdCodecs implements CompressionCodecFactory {

    /** The library's default; higher levels cost time and gained two percent on recorded bars. */
    private static final int LEVEL = 3;

    private ZstdCompressCtx packing;
    private ZstdDecompressCtx unpacking;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        requireKnown(codec);
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput bytes) throws IOException {
                return codec == CompressionCodecName.UNCOMPRESSED ? bytes : BytesInput.from(pack(bytes.toByteArray()));
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

    private byte[] pack(byte[] bytes) {
        if (packing == null) {
            packing = new ZstdCompressCtx().setLevel(LEVEL);
        }
        return packing.compress(bytes);
    }

    private byte[] unpack(byte[] bytes, int size) throws IOException {
        if (unpacking == null) {
            unpacking = new ZstdDecompressCtx();
        }
        byte[] unpacked = new byte[size];
        if (unpackInto(unpacked, bytes) != size) {
            throw damaged("unpacks to another size", null);
        }
        return unpacked;
    }

    private int unpackInto(byte[] unpacked, byte[] bytes) throws IOException {
        try {
            return unpacking.decompressByteArray(unpacked, 0, unpacked.length, bytes, 0, bytes.length);
        } catch (ZstdException e) {
            throw damaged(e.getMessage(), e);
        }
    }

    private static IOException damaged(String what, ZstdException cause) {
        return new IOException("parquet page: %s; the file is damaged, write it again".formatted(what), cause);
    }

    private static void requireKnown(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD && codec != CompressionCodecName.UNCOMPRESSED) {
            throw new IllegalArgumentException(
                    "parquet: compressed with %s, this build reads ZSTD and UNCOMPRESSED; rewrite the file with zstd"
                            .formatted(codec));
        }
    }

    @Override
    public void release() {
        if (packing != null) {
            packing.close();
            packing = null;
        }
        if (unpacking != null) {
            unpacking.close();
            unpacking = null;
        }
    }
}
