/** Two outputs compared row by row and bit by bit. */
package org.cryptosmarttrader.serving.parity;
