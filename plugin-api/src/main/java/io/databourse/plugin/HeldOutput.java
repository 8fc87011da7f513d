package io.databourse.plugin;

import java.nio.file.Path;

/// Outputs that stay at this party until its reviewers have released them, 结果审核. The node keeps
/// them in quarantine when the program completes and throws them away when it does not; what is
/// released comes back to the program of a later attempt in [PartyContext#released].
///
/// Bytes that a stranger's code has made are read in the program's process only, so the program
/// also makes the pre-screen that reviewers see. The node itself reads nothing but tables
/// (`text/csv`), and those only to put the recipient's watermark on them where the owner wants one.
public interface HeldOutput {

    /// One output: a table, which is kept as CSV, or a file.
    ///
    /// @param name the file's name: 1 to 64 letters, digits, `_`, `-` and dots, none of them first
    ResultSink output(String name);

    /// Tells the reviewers what the pre-screen found. It leaves the node with no word of `message`
    /// and no other content: others see only how many findings of each verdict there are.
    void finding(Verdict verdict, Text message);

    /// What a finding says about releasing.
    enum Verdict {
        PASS,
        REVIEW,
        FAIL
    }

    /// One file that reviewers have released, as it was held.
    record Released(String name, String mediaType, Path file) {}
}
