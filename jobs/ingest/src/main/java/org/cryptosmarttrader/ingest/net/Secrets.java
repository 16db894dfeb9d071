package org.cryptosmarttrader.ingest.net;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keys of sources: of the environment, or each from a file of that name that nobody but its owner may read. They are never
 * settings, so no configuration, hash or manifest can hold one.
 */
public final class Secrets {

    /** Every key a source can have, and what it is for. */
    public static final SortedMap<String, String> USES = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "NEWSAPI_KEY", "news of NewsAPI",
            "REDDIT_CLIENT_ID", "posts of Reddit",
            "REDDIT_CLIENT_SECRET", "posts of Reddit",
            "X_BEARER_TOKEN", "posts of X",
            "OPENAI_API_KEY", "scores of texts",
            "ETHERSCAN_KEY", "transfers of labelled addresses",
            "ETHEREUM_RPC_URL", "transfers of tokens")));

    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Pattern SOUND = Pattern.compile("[\\x21-\\x7e]+");

    private final Map<String, String> environment;
    private final Path folder;

    /** @param folder of files, e.g. {@code data/secrets}; need not be there */
    public Secrets(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    /**
     * A key; of the environment first.
     *
     * @param name in capitals, e.g. {@code NEWSAPI_KEY}
     * @return empty if it is not given
     * @throws IOException if its file may be read by others, or holds nothing, or more than a key
     */
    public Optional<String> of(String name) throws IOException {
        String given = environment.getOrDefault(name, "").strip();
        if (!given.isEmpty()) {
            return Optional.of(sound(given, "key %s".formatted(name)));
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    "key %s: others may read this file; run: chmod 600 %s, and have the key replaced if others could use this machine"
                            .formatted(file, file));
        }
        String held = text(file).strip();
        if (held.isEmpty()) {
            throw new IOException("key %s: the file is empty; write the key into it, or remove it".formatted(file));
        }
        return Optional.of(sound(held, "key %s".formatted(file)));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException("key %s: not UTF-8; write the key into it, and nothing else".formatted(file), e);
        }
    }

    /** What a header or an address cannot carry is refused here: there it would be refused in words that show it. */
    private static String sound(String key, String what) throws IOException {
        if (!SOUND.matcher(key).matches()) {
            throw new IOException(
                    "%s: holds a blank, a line end or another character no key has; write the key there, and nothing else"
                            .formatted(what));
        }
        return key;
    }

    /** How a key is given, for messages. */
    public String howToGive(String name) {
        return "set %s in the environment, or write it into %s (chmod 600)".formatted(name, folder.resolve(name));
    }
}
