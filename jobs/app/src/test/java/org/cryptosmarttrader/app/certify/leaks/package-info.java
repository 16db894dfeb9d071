/** Leaks planted on purpose, each bending one place, and the proof that the certificate finds every one of them. */
package org.cryptosmarttrader.app.certify.leaks;
