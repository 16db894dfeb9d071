package org.cryptosmarttrader.prediction.scoring;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;

/** The models one operator instance has open, by hash. Not thread-safe; closed with the operator. */
public final class ModelPool implements AutoCloseable {

    private final Map<String, OnnxModel> open = new TreeMap<>();

    /**
     * The model an announcement names, opened if it is not yet.
     *
     * @throws TamperedModelException if the file is not the one the card names; it is not used
     * @throws MissingModelException if there is no such file
     * @throws UnusableModelException if the file is the one, but no model that can score the card's columns
     * @throws IOException if the file cannot be read; trying again may help
     */
    public OnnxModel model(ModelAnnouncement announcement) throws IOException, TamperedModelException {
        String expected = announcement.card().modelSha256();
        OnnxModel model = open.get(expected);
        if (model == null) {
            byte[] onnx = read(announcement.address());
            String found = Sha256.hex(Sha256.of(onnx));
            if (!found.equals(expected)) {
                throw new TamperedModelException(
                        "model %s: file has SHA-256 %s, its card says %s; announce the model again from an unchanged file"
                                .formatted(announcement.address(), found, expected));
            }
            model = load(onnx, announcement);
            open.put(expected, model);
        }
        return model;
    }

    private static OnnxModel load(byte[] onnx, ModelAnnouncement announcement) throws IOException {
        try {
            return OnnxModel.load(onnx, announcement.card().features().size());
        } catch (UnusableModelException e) {
            throw new UnusableModelException(
                    "%s; announce another than %s".formatted(e.getMessage(), announcement.address()), e);
        }
    }

    private static byte[] read(String address) throws IOException {
        Path path = new Path(URI.create(address));
        FileSystem fileSystem = path.getFileSystem();
        try (FSDataInputStream in = fileSystem.open(path)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            throw new MissingModelException(
                    "model %s: no such file; put it back, or announce another".formatted(address), e);
        }
    }

    /** Closes models no longer needed. */
    public void keep(Set<String> hashes) {
        Iterator<Map.Entry<String, OnnxModel>> models = open.entrySet().iterator();
        while (models.hasNext()) {
            Map.Entry<String, OnnxModel> entry = models.next();
            if (!hashes.contains(entry.getKey())) {
                entry.getValue().close();
                models.remove();
            }
        }
    }

    @Override
    public void close() {
        keep(Set.of());
    }
}
