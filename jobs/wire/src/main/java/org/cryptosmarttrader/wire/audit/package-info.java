/** What was done, in logs that show if they were altered. */
package org.cryptosmarttrader.wire.audit;
