package io.databourse.node;

import io.databourse.plugin.Outcome.Blame;

/// Something that ends an instruction or a job and that a person can be told about. The detail
/// never quotes a row of data: it travels to the exchange.
public final class NodeFailure extends RuntimeException {
    private final String code;
    private final Blame blame;

    public NodeFailure(String code, Blame blame, String detail) {
        super(detail);
        this.code = code;
        this.blame = blame;
    }

    public NodeFailure(String code, Blame blame, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.blame = blame;
    }

    /// In capitals, such as `SOURCE_MALFORMED`.
    public String code() {
        return code;
    }

    public Blame blame() {
        return blame;
    }

    /// The text of the failure, which is there always.
    public String detail() {
        return String.valueOf(getMessage());
    }
}
