package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractState;
import io.databourse.quota.ContractUse;
import io.databourse.quota.ContractUses;
import io.databourse.quota.QuotaLeases;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/// Whether a contract may be used, before its parties and the operator who decides.
@Dependent
class UseSwitch {
    private final ContractUses uses;
    private final QuotaLeases leases;

    @Inject
    UseSwitch(ContractUses uses, QuotaLeases leases) {
        this.uses = uses;
        this.leases = leases;
    }

    ContractUse of(Contract contract) {
        return uses.find(CurrentUser.caller(), contract.id());
    }

    /// Nothing for parties whose contract goes on.
    Optional<Component> card(Contract contract, ContractUse use, Runnable changed) {
        boolean decides = CurrentUser.has(Role.OPERATOR);
        if (contract.state() != ContractState.ACTIVE || !(use.stopped() || decides)) {
            return Optional.empty();
        }
        return Optional.of(
                new UseCard(
                        contract,
                        use,
                        (stop, reason) -> {
                            leases.freeze(CurrentUser.caller(), contract.id(), stop, reason);
                            changed.run();
                            Problems.done(Texts.t(stop ? "use.isStopped" : "use.isReleased"));
                        }));
    }
}
