/** Events on the wire: Avro binary, one event per message, and the names of the topics they travel on. */
package org.cryptosmarttrader.wire.events;
