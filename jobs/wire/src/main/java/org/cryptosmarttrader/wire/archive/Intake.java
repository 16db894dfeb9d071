package org.cryptosmarttrader.wire.archive;

/**
 * A file taken in: where events of an import come from.
 *
 * @param sha256 of its bytes as received, hexadecimal; the raw payload is kept under this name
 * @param name of the file as given
 * @param format of the importer that read it
 * @param source id of the venue its events carry
 * @param bytes its size
 * @param rows events read from it
 * @param takenInAt wall clock of the import, for provenance only
 */
public record Intake(String sha256, String name, String format, String source, long bytes, long rows, long takenInAt) {}
