package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
import io.databourse.membership.PartyNode;
import io.databourse.plugin.PartyContext;

/// One party's place in a job.
///
/// @param source the data set that it brings; empty text for a party without data
record Seat(PartyContext.Party party, PartyRole side, PartyNode node, String source) {
    boolean bringsData() {
        return !source.isEmpty();
    }
}
