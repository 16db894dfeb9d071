package org.cryptosmarttrader.prediction;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * Flink inside a process of ours. It asks nobody who they are, and by default listens on every address for jobs to run; so it
 * listens on this machine alone, and its page takes no jar and cancels no job.
 */
public final class Loopback {

    private static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** Sets what a Flink of this process needs, on ports that are free. */
    public static void applyTo(Configuration configuration) {
        configuration.set(RestOptions.ADDRESS, HOST);
        configuration.set(RestOptions.BIND_ADDRESS, HOST);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.BIND_HOST, HOST);
        configuration.set(TaskManagerOptions.BIND_HOST, HOST);
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.CANCEL_ENABLE, false);
        configuration.set(WebOptions.RESCALE_ENABLE, false);
    }
}
