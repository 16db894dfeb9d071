package org.cryptosmarttrader.serving.findings;

/** How much a finding says against a result. */
public enum Severity {
    /** The result is not to be believed as it stands. */
    ALARM,
    /** The result may not come again. */
    WARNING,
    /** The result is to be read with this in mind. */
    NOTE
}
