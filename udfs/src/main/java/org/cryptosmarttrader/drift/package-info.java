/**
 * Whether columns are still distributed as they were in training: values on a fixed grid, counted by day, so that any
 * window can be compared with the deciles of any model's training set, also of a model that comes later.
 *
 * <p>Mutable classes are the state of one key: not thread-safe, with {@code write} and {@code read}.
 */
package org.cryptosmarttrader.drift;
