package org.cryptosmarttrader.wire.archive;

import java.util.List;
import org.cryptosmarttrader.wire.Required;

/**
 * One change of an archive, whole or not at all.
 *
 * @param number position in the log, from 1
 * @param added files that belong to the archive from now on
 * @param removed paths of files that no longer do
 * @param coverage what the added files hold less what the removed ones held, per pair and feed
 * @param intakes files taken in
 * @param conflicts events of which a second, different value was met; each is listed in the commit's conflict file
 * @param wholeUpTo instant up to which nothing is missing, though the last events may lie before it, epoch milliseconds; null
 *     where only the events tell
 */
public record Commit(
        long number,

        @Required List<ArchiveFile> added,

        @Required List<String> removed,

        @Required List<Coverage> coverage,

        @Required List<Intake> intakes,

        long conflicts,
        Long wholeUpTo) {

    /** One of whose end only the events tell. */
    public Commit(
            long number,
            List<ArchiveFile> added,
            List<String> removed,
            List<Coverage> coverage,
            List<Intake> intakes,
            long conflicts) {
        this(number, added, removed, coverage, intakes, conflicts, null);
    }
}
