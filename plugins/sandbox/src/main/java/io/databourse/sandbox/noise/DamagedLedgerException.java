package io.databourse.sandbox.noise;

import java.io.IOException;
import java.nio.file.Path;

/// A budget's file is not what was written. Nothing is granted from it any more.
public final class DamagedLedgerException extends IOException {
    DamagedLedgerException(Path file) {
        super(
                "The privacy budget in "
                        + file.getFileName()
                        + " is damaged. Nothing is released until it is restored from a copy.");
    }
}
