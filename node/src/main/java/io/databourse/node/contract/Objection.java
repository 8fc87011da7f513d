package io.databourse.node.contract;

/// Ends a check early; it never leaves the package.
final class Objection extends RuntimeException {
    private final RefusalCode code;

    Objection(RefusalCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    Verdict verdict() {
        return new Verdict.Refused(code, String.valueOf(getMessage()));
    }

    static void unless(boolean holds, RefusalCode code, String reason) {
        if (!holds) {
            throw new Objection(code, reason);
        }
    }
}
