package io.databourse.web.contract;

import io.databourse.contract.ContractId;

/// The ways into the pages of contracts.
public final class ContractNavigation {
    private ContractNavigation() {}

    public static String address(ContractId id) {
        return "contracts/" + id;
    }

    static String text(ContractId id) {
        return address(id) + "/text";
    }
}
