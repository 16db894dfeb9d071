package org.cryptosmarttrader.prediction.stages;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** A checkpoint or savepoint of another run; nothing of it is used, and starting again would not help. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class OtherRunException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    OtherRunException(String message) {
        super(message);
    }
}
