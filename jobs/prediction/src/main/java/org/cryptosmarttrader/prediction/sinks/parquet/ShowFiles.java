package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Shows completed files once the checkpoint that counts them is complete. May be asked twice for the same file. */
final class ShowFiles implements Committer<Written> {

    @Override
    public void commit(Collection<CommitRequest<Written>> requests) throws IOException {
        for (CommitRequest<Written> request : requests) {
            if (request.getCommittable().isFile()) {
                show(request.getCommittable());
            }
        }
    }

    private static void show(Written written) throws IOException {
        Path hidden = new Path(written.hidden());
        Path shown = new Path(written.shown());
        FileSystem fileSystem = hidden.getFileSystem();
        if (fileSystem.exists(hidden)) {
            fileSystem.rename(hidden, shown);
        }
        if (!fileSystem.exists(shown)) {
            throw new IOException(
                    "output %s: the file a checkpoint counts on is gone, and so are its rows; restore the folder or start the run anew"
                            .formatted(shown));
        }
    }

    @Override
    public void close() {}
}
