package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.settlement.dispute.RefundService;
import io.databourse.web.dispute.OpenDisputeDialog;
import io.databourse.web.dispute.RefundDialog;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What can be done about charges: the buyer objects to those it selects; buyer and provider ask
/// for a refund, which an operator gives.
@Dependent
class ChargeActions {
    private final DisputeService disputes;
    private final RefundService refunds;
    private final MerchantService merchants;
    private final Map<String, Charge> selected = new LinkedHashMap<>();

    @Inject
    ChargeActions(DisputeService disputes, RefundService refunds, MerchantService merchants) {
        this.disputes = disputes;
        this.refunds = refunds;
        this.merchants = merchants;
    }

    List<Component> forBuyer(Contract contract) {
        return isBuyer(contract)
                ? List.of(
                        Actions.command("object", Texts.t("dispute.open"), this::objectToSelected))
                : List.of();
    }

    DataTable<Charge> on(ChargeTable table, Contract contract, Runnable done) {
        if (CurrentUser.has(Role.OPERATOR)) {
            return table.with(
                    "review.act",
                    charge ->
                            refund(
                                    charge,
                                    "refund.give",
                                    () -> RefundDialog.give(refunds, charge, done).open()));
        }
        if (isBuyer(contract)) {
            return ask(table.with("charges.select", this::box), done);
        }
        return isOwn(contract.provider()) ? ask(table.plain(), done) : table.plain();
    }

    private DataTable<Charge> ask(DataTable<Charge> table, Runnable done) {
        return table.column(
                "review.act",
                charge -> "",
                charge ->
                        refund(
                                charge,
                                "refund.ask",
                                () -> RefundDialog.ask(refunds, charge, done).open()));
    }

    private void objectToSelected() {
        if (selected.isEmpty()) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("charges.select"),
                                    Texts.t("charges.selectFirst"),
                                    "")));
        }
        new OpenDisputeDialog(disputes, List.copyOf(selected.values())).open();
    }

    private Component box(Charge charge) {
        if (!tookMoney(charge)) {
            return Blocks.text("");
        }
        String id = charge.id().value();
        Checkbox box = new Checkbox(selected.containsKey(id));
        box.setId("select-" + id);
        box.setAriaLabel(Texts.t("charges.select") + " " + id);
        box.addValueChangeListener(change -> {
            if (box.getValue()) {
                selected.put(id, charge);
            } else {
                selected.remove(id);
            }
        });
        return box;
    }

    private static Component refund(Charge charge, String key, Runnable command) {
        return tookMoney(charge)
                ? Actions.command("refund-" + charge.id(), Texts.t(key), command)
                : Blocks.text("");
    }

    private static boolean tookMoney(Charge charge) {
        return charge.kind() != ChargeKind.REFUND && charge.gross().isPositive();
    }

    private boolean isBuyer(Contract contract) {
        return CurrentUser.has(Role.BUYER) && isOwn(contract.consumer());
    }

    private boolean isOwn(MerchantId organisation) {
        return merchants
                .organisationOf(CurrentUser.caller())
                .map(Merchant::id)
                .filter(organisation::equals)
                .isPresent();
    }
}
