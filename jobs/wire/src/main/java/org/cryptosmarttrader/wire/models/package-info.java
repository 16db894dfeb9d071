/** Models at rest: an ONNX file and the card that says what it was made of, and how both are announced to the job. */
package org.cryptosmarttrader.wire.models;
