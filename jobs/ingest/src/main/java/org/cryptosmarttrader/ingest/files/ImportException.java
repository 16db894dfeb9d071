package org.cryptosmarttrader.ingest.files;

import java.io.IOException;

/** An import that was refused; the archive is as it was. The message says what, where and what to do. */
public final class ImportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public ImportException(Fault fault, String what) {
        super(what + "; " + fault.remedy());
        this.fault = fault;
    }

    public ImportException(Fault fault, String what, String alternative) {
        this(fault, what, fault.remedy(), alternative);
    }

    private ImportException(Fault fault, String what, String remedy, String alternative) {
        super("%s; %s, %s".formatted(what, remedy, alternative));
        this.fault = fault;
    }

    public ImportException(Fault fault, String what, Throwable cause) {
        this(fault, what);
        initCause(cause);
    }

    /** Says as much as the message of another exception, which names its own remedy. */
    static ImportException of(Fault fault, IOException cause) {
        return new ImportException(cause, fault);
    }

    private ImportException(IOException cause, Fault fault) {
        super(cause.getMessage(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
