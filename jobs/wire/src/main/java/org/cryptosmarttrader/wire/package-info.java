/** The one place where bytes are defined: JSON, Avro events, archive files, output datasets, model cards. */
package org.cryptosmarttrader.wire;
