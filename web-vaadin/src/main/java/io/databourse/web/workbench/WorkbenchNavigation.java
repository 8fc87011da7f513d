package io.databourse.web.workbench;

import io.databourse.contract.ContractId;

/// The ways into the workbench.
public final class WorkbenchNavigation {
    static final String JOB = "job";
    static final String MODE = "mode";

    private WorkbenchNavigation() {}

    public static String address(ContractId contract) {
        return "workbench/" + contract;
    }
}
