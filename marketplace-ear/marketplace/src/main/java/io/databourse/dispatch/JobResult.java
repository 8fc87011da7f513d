package io.databourse.dispatch;

import io.databourse.membership.InstructionType;
import java.util.Optional;

/// What came out at the consumer, without any of it.
///
/// @param place where the receiving node put it, in words
record JobResult(long rows, String hash, String place) {
    /// What a party has that has reported and delivered.
    static JobResult at(PartyRun party) {
        PartyReport report = party.report().orElseThrow();
        return new JobResult(
                report.resultRows().orElse(0L),
                report.resultHash().orElse(""),
                place(party).orElse(""));
    }

    /// Where a party's node put its result, as it said.
    static Optional<String> place(PartyRun party) {
        return Optional.ofNullable(party.replies().get(InstructionType.DELIVER_RESULT))
                .flatMap(Reply::detail);
    }
}
