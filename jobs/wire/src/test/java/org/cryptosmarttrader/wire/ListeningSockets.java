package org.cryptosmarttrader.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a process waits for connections over TCP, as Linux tells it. */
public final class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final int WORD = 4;

    private ListeningSockets() {}

    /** Whether this machine tells. */
    public static boolean areTold() {
        return Files.exists(Path.of("/proc/self/net/tcp"));
    }

    /** @param pid of a process of this user */
    public static List<InetSocketAddress> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = inodes(process.resolve("fd"));
        List<InetSocketAddress> listening = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : lines(process.resolve("net").resolve(table))) {
                String[] cells = line.trim().split(" +");
                if (cells[3].equals(LISTEN) && own.contains(cells[9])) {
                    listening.add(address(cells[1]));
                }
            }
        }
        return listening;
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (NoSuchFileException e) {
                    // closed since it was listed
                    continue;
                }
            }
        }
        return inodes;
    }

    private static List<String> lines(Path table) throws IOException {
        // a machine may have no IPv6
        return Files.exists(table) ? Files.readAllLines(table).stream().skip(1).toList() : List.of();
    }

    /** E.g. {@code 0100007F:1F90}: words of four bytes in the order of this machine, then the port. */
    private static InetSocketAddress address(String told) throws IOException {
        int colon = told.indexOf(':');
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(told.substring(0, colon)));
        ByteBuffer address = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        while (words.remaining() >= WORD) {
            address.putInt(words.getInt());
        }
        return new InetSocketAddress(
                InetAddress.getByAddress(address.array()), Integer.parseInt(told.substring(colon + 1), 16));
    }
}
