package org.cryptosmarttrader.wire;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Text files as a whole: a reader sees the old one or the new one, never half of it. */
public final class WholeFile {

    private WholeFile() {}

    /** @throws IOException if it cannot be read, or is not UTF-8; names the file */
    public static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException("%s: not UTF-8".formatted(file), e);
        }
    }

    /** The same, line by line. */
    public static List<String> lines(Path file) throws IOException {
        return text(file).lines().toList();
    }

    public static void replace(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        Files.writeString(written, content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
