package org.cryptosmarttrader.ingest.net;

import java.io.IOException;
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
     * @throws IOException if its file may be read by others, or holds nothing
     */
    public Optional<String> of(String name) throws IOException {
        String given = environment.getOrDefault(name, "").strip();
        if (!given.isEmpty()) {
            return Optional.of(given);
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
        String held = Files.readString(file).strip();
        if (held.isEmpty()) {
            throw new IOException("key %s: the file is empty; write the key into it, or remove it".formatted(file));
        }
        return Optional.of(held);
    }

    /** How a key is given, for messages. */
    public String howToGive(String name) {
        return "set %s in the environment, or write it into %s (chmod 600)".formatted(name, folder.resolve(name));
    }
}
