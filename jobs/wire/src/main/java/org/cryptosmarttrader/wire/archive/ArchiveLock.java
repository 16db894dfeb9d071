package org.cryptosmarttrader.wire.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to add to an archive: one program at a time holds it. Readers need none. The operating system gives it back
 * when a program ends, however it ends.
 */
public final class ArchiveLock implements Closeable {

    private static final String FILE = "_lock";

    private final FileChannel channel;

    private ArchiveLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, making the archive's folder if need be.
     *
     * @throws IOException if another program holds it
     */
    public static ArchiveLock take(Path root) throws IOException {
        return take(
                root,
                "archive %s: another program is adding to it (it holds %s); wait until it is done and run the command again"
                        .formatted(root, FILE));
    }

    /**
     * The same of another folder that one program at a time may write.
     *
     * @param refusal what to say if another program holds it
     */
    public static ArchiveLock take(Path root, String refusal) throws IOException {
        Files.createDirectories(root);
        FileChannel channel = FileChannel.open(root.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException(refusal);
        }
        return new ArchiveLock(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
