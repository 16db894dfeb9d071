package org.cryptosmarttrader.ingest.trading;

import java.util.List;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.wire.conf.VenueSettings;

/**
 * How trading stands, for people and alarms.
 *
 * @param at epoch milliseconds
 * @param blocks why no order would be sent, as of the last look; empty if orders flow
 * @param orders read so far, of all runs over the journal
 * @param checked of this run: shown to the venue for a check only
 * @param refused of this run: not sent
 * @param sent of this run
 * @param standing at the venue as far as is known
 * @param unknown orders nobody knows the fate of; while there is one, no order is sent
 * @param unreported orders with reports that are not safe at the sink
 * @param complaints what does not work, in plain words; empty if all does
 */
public record TradingState(
        long at,
        VenueSettings.Mode mode,
        List<Block> blocks,
        int orders,
        long checked,
        long refused,
        long sent,
        int standing,
        int unknown,
        int unreported,
        List<String> complaints,
        SourceHealth.Snapshot account) {}
