/**
 * How far a forecast may be believed: outcomes of earlier forecasts become calibration, intervals, a ledger of what was
 * promised and kept, and the record the gates look at. All of it rests on forecasts the same run issued; none of it has
 * finite memory, so a run's beginning is part of its identity.
 */
package org.cryptosmarttrader.judgement;
