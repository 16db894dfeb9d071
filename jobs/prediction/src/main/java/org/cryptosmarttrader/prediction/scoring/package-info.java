/**
 * Models run by DJL's ONNX Runtime engine. One thread inside the engine: with more, a row's score depended on how many rows
 * were scored with it.
 */
package org.cryptosmarttrader.prediction.scoring;
