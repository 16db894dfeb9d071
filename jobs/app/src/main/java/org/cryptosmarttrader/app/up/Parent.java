package org.cryptosmarttrader.app.up;

import java.util.Optional;

/**
 * Ends a process whose supervisor is gone, however that ended: nobody would stop it any more, and it would hold its port and
 * folder against the next start. It ends as if it were asked to, with all it does then.
 */
public final class Parent {

    /** Names the supervisor's process to those it starts. */
    static final String PROPERTY = "cst.parent";

    /** As if by a signal to terminate. */
    private static final int TERMINATED = 143;

    private Parent() {}

    /** Watches from now on; does nothing in a process that no supervisor started. */
    public static void watch() {
        String process = System.getProperty(PROPERTY);
        if (process == null) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.of(Long.parseLong(process));
        if (parent.isEmpty()) {
            System.exit(TERMINATED);
        }
        // on a thread of its own: what ends here waits for what the process does at its end
        parent.get().onExit().thenRun(() -> new Thread(() -> System.exit(TERMINATED), "orphaned").start());
    }
}
