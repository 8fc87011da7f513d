package io.databourse.web.job;

import com.vaadin.flow.component.UI;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;

/// The ways into the pages of jobs.
public final class JobNavigation {
    private JobNavigation() {}

    public static String address(JobId id) {
        return "jobs/" + id;
    }

    public static void toNewJob(ContractId contract) {
        UI.getCurrent().navigate("contracts/" + contract + "/new-job");
    }
}
