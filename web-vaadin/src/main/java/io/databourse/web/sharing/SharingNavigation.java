package io.databourse.web.sharing;

import io.databourse.contract.ContractId;

/// The ways into the pages of sharing.
public final class SharingNavigation {
    private SharingNavigation() {}

    public static String address(ContractId id) {
        return "contracts/" + id + "/sharing";
    }
}
