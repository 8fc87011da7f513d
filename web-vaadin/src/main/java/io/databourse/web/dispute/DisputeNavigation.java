package io.databourse.web.dispute;

import io.databourse.settlement.dispute.DisputeId;

/// The ways into the pages of disputes.
public final class DisputeNavigation {
    private DisputeNavigation() {}

    public static String address(DisputeId id) {
        return "disputes/" + id;
    }
}
