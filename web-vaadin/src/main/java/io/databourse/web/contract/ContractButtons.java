package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.PartySignature;
import io.databourse.contract.SignatureState;
import io.databourse.merchant.MerchantId;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.workbench.WorkbenchNavigation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a party may do next with its contract.
@Dependent
class ContractButtons {
    private final ContractService contracts;
    private final Additions additions;
    private final Tasks tasks;

    @Inject
    ContractButtons(ContractService contracts, Additions additions, Tasks tasks) {
        this.contracts = contracts;
        this.additions = additions;
        this.tasks = tasks;
    }

    /// @param own the organisation of the person who looks
    /// @param changed called when a button has changed the contract
    List<Component> of(Contract contract, Optional<MerchantId> own, Runnable changed) {
        List<Component> buttons = new ArrayList<>();
        if (contract.state() == ContractState.AWAITING_SIGNATURES && mayAct(contract, own)) {
            buttons.add(
                    Actions.danger(
                            "terminate",
                            Texts.t("contract.terminate"),
                            () -> terminate(contract, changed)));
            if (signature(contract, own).filter(ContractButtons::isOpen).isPresent()) {
                buttons.add(
                        Actions.primary(
                                "sign",
                                Texts.t("contract.sign"),
                                () -> {
                                    contracts.sign(CurrentUser.caller(), contract.id());
                                    changed.run();
                                }));
            }
        }
        if (contract.state() == ContractState.ACTIVE
                && !contract.expired()
                && CurrentUser.has(Role.BUYER)
                && own.filter(contract.consumer()::equals).isPresent()) {
            additions.button(contract, changed).ifPresent(buttons::add);
            buttons.addAll(use(contract));
        }
        return buttons;
    }

    private List<Component> use(Contract contract) {
        List<Component> buttons = new ArrayList<>();
        if (contract.policy().room().isPresent()) {
            buttons.add(
                    Actions.primary(
                            "to-workbench",
                            Texts.t("nav.workbench"),
                            () ->
                                    UI.getCurrent()
                                            .navigate(WorkbenchNavigation.address(contract.id()))));
        }
        if (!contract.policy().tasks().stream().allMatch(tasks::readsRules)) {
            buttons.add(
                    Actions.primary(
                            "new-job",
                            Texts.t("contract.newJob"),
                            () -> JobNavigation.toNewJob(contract.id())));
        }
        return buttons;
    }

    static boolean mayAct(Contract contract, Optional<MerchantId> own) {
        return CurrentUser.has(Role.BUYER, Role.MERCHANT)
                && own.filter(contract::concerns).isPresent();
    }

    private static boolean isOpen(PartySignature signature) {
        return signature.state() == SignatureState.NOT_REQUESTED
                || signature.state() == SignatureState.REFUSED;
    }

    private static Optional<PartySignature> signature(Contract contract, Optional<MerchantId> own) {
        return contract.signatures().stream()
                .filter(each -> own.filter(each.merchantId()::equals).isPresent())
                .findFirst();
    }

    private void terminate(Contract contract, Runnable changed) {
        new ReasonDialog(
                        Texts.t("contract.terminate"),
                        reason -> {
                            contracts.terminate(CurrentUser.caller(), contract.id(), reason);
                            changed.run();
                        })
                .open();
    }
}
