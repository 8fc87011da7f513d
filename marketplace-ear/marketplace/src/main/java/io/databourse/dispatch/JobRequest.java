package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A consumer's wish to run one job under a contract.
///
/// @param task plugin and task, such as `mpc/psi`
/// @param own what the consumer brings, if the task's card lets it bring anything
/// @param parameters by the names of the task card's schema
/// @param dryRun whether the node makes rows up instead of opening its source; takes no unit
public record JobRequest(
        ContractId contractId,
        String task,
        String purpose,
        OwnInput own,
        OtherInput provider,
        Map<String, String> parameters,
        Optional<Boolean> dryRun) {
    public JobRequest(
            ContractId contractId,
            String task,
            String purpose,
            @Nullable OwnInput own,
            OtherInput provider,
            @Nullable Map<String, String> parameters,
            Optional<Boolean> dryRun) {
        this.contractId = contractId;
        this.task = task;
        this.purpose = purpose;
        this.own = own == null ? OwnInput.NONE : own;
        this.provider = provider;
        this.parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        this.dryRun = dryRun;
    }

    public JobRequest(
            ContractId contractId, String task, String purpose, OwnInput own, OtherInput provider) {
        this(contractId, task, purpose, own, provider, Map.of(), Optional.empty());
    }

    boolean isDryRun() {
        return dryRun.orElse(false);
    }

    /// The plugin's id.
    String plugin() {
        return task.substring(0, task.indexOf('/'));
    }

    /// The task's name, without the plugin's id.
    String taskName() {
        return task.substring(task.indexOf('/') + 1);
    }
}
