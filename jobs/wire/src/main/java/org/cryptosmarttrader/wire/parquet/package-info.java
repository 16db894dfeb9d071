/**
 * Parquet without a Hadoop installation: zstd by the JNI library, files by plain Java. Of Hadoop only the few classes that
 * parquet-java names in its signatures are on the class path, and nothing of it runs.
 */
package org.cryptosmarttrader.wire.parquet;
