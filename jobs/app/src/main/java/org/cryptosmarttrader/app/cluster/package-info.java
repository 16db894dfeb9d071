/**
 * A standalone Flink cluster on this machine: a JobManager and some TaskManagers, each a JVM of its own, started from
 * Flink's published jars; nothing listens beyond loopback. What was started here is stopped here. Jobs are handed over by
 * Flink's own command line, in a JVM of its own, as on any other cluster.
 */
package org.cryptosmarttrader.app.cluster;
