package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

@Route(value = "contracts", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ContractListView extends Page {
    @Inject
    ContractListView(ContractService contracts) {
        crumbs(Texts.t("nav.section.trade"));
        title(Texts.t("nav.contracts"));
        show(
                new DataTable<Contract>(
                                "contracts",
                                Blocks.empty(
                                        Texts.t("contracts.empty"),
                                        Blocks.link(Texts.t("nav.orders"), "orders")))
                        .column("order.product", Contract::productName, ContractListView::product)
                        .column("order.provider", Contract::providerName)
                        .column("order.buyer", Contract::consumerName)
                        .number("order.amount", Contract::price, each -> Figures.of(each.price()))
                        .column("table.state", each -> Texts.of(each.state()), ContractTexts::state)
                        .ordered(
                                "contract.notAfter",
                                each -> each.end(),
                                each -> each.end().toString(),
                                each -> When.day(each.end()))
                        .ordered(
                                "contract.createdAt",
                                Contract::createdAt,
                                each -> each.createdAt().toString(),
                                each -> new When(each.createdAt()))
                        .from(page -> contracts.list(CurrentUser.caller(), page)));
    }

    private static Component product(Contract contract) {
        return Blocks.div(
                "two",
                Blocks.link(contract.productName(), ContractNavigation.address(contract.id())),
                Blocks.mono(contract.id().value()));
    }
}
