package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.UsageTerms;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractRequest;
import io.databourse.contract.ContractService;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import io.databourse.order.Order;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks what the contract shall allow, within the listing's terms, and drafts it.
@Dependent
public class ContractDraftForm {
    private final ContractService contracts;
    private final CatalogService catalog;
    private final MembershipService membership;
    private final Tasks tasks;
    private final MultiSelectComboBox<String> purposes = new MultiSelectComboBox<>();
    private final DatePicker until = new DatePicker();
    private final IntegerField minimum = new IntegerField();
    private final Select<PartyNode> node = new Select<>();
    private final Checkbox both = new Checkbox();

    @Inject
    ContractDraftForm(
            ContractService contracts,
            CatalogService catalog,
            MembershipService membership,
            Tasks tasks) {
        this.contracts = contracts;
        this.catalog = catalog;
        this.membership = membership;
        this.tasks = tasks;
    }

    public Component of(Order order) {
        UsageTerms terms = catalog.find(order.listingId()).terms();
        List<PartyNode> nodes =
                membership.list(CurrentUser.caller()).stream()
                        .filter(each -> each.state() == NodeState.ACTIVE)
                        .toList();
        if (nodes.isEmpty()) {
            return Blocks.empty(
                    Texts.t("contract.noNode"), Blocks.link(Texts.t("nav.nodes"), "nodes"));
        }
        prepare(order, terms, nodes);
        return Blocks.card(
                Texts.t("contract.draftTitle"),
                Blocks.paragraph(
                        Texts.t("contract.draftHint", tasks.titles(terms.tasks()), order.units())),
                Blocks.div("form", purposes, until, minimum, node),
                both,
                Blocks.row(
                        Actions.primary("draft", Texts.t("contract.draft"), () -> draft(order))));
    }

    private void prepare(Order order, UsageTerms terms, List<PartyNode> nodes) {
        Inputs.name(purposes, "contract-purposes", "terms.purposes");
        purposes.setItems(terms.purposes());
        purposes.setItemLabelGenerator(Purposes::of);
        purposes.setValue(Set.copyOf(terms.purposes()));
        Inputs.name(until, "contract-until", "contract.notAfter");
        LocalDate today = LocalDate.now(Zone.ID);
        LocalDate offered = LocalDate.ofInstant(terms.offeredUntil(), Zone.ID);
        LocalDate paidFor = today.plusDays(order.validityDays());
        LocalDate last = offered.isBefore(paidFor) ? offered : paidFor;
        until.setMin(today.plusDays(1));
        until.setMax(last);
        until.setValue(last);
        until.setI18n(Inputs.calendar());
        Inputs.name(minimum, "contract-minimum", "terms.minimum");
        minimum.setMin(terms.minimumResultSize());
        minimum.setStepButtonsVisible(true);
        minimum.setValue(terms.minimumResultSize());
        Inputs.name(node, "contract-node", "contract.node");
        node.setItems(nodes);
        node.setItemLabelGenerator(PartyNode::name);
        node.setValue(nodes.getFirst());
        both.setId("contract-both");
        both.setVisible(terms.mayGiveResultToBoth());
        both.setLabel(
                Texts.t("contract.providerReceives", String.join(", ", terms.providerColumns())));
    }

    private void draft(Order order) {
        Contract contract =
                contracts.draft(
                        CurrentUser.caller(),
                        new ContractRequest(
                                order.id(),
                                List.copyOf(purposes.getValue()),
                                until.getValue().atStartOfDay(Zone.ID).toInstant(),
                                minimum.getValue(),
                                node.getValue().id(),
                                Optional.of(both.getValue())));
        UI.getCurrent().navigate(ContractNavigation.address(contract.id()));
    }
}
