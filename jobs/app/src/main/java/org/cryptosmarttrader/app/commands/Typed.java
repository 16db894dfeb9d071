package org.cryptosmarttrader.app.commands;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as it can be pasted into a shell. */
final class Typed {

    /** Words no shell reads anything into; {@code !} is not among them, interactive shells replace it by their history. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Typed() {}

    /** @param words of the command, without the program's name */
    static String line(List<String> words) {
        return words.stream().map(Typed::quoted).collect(Collectors.joining(" ", "./cst ", ""));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
