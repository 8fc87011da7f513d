package io.databourse.mpc;

/// The other owner's node runs the job with other parameters, rules of keys, or join columns.
final class OtherTermsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherTermsException() {
        super(
                "the other owner's node has other parameters, rules of keys or numbers of join"
                        + " columns for this job, so nothing was compared");
    }
}
