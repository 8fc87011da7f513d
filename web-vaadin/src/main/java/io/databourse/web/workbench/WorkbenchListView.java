package io.databourse.web.workbench;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The contracts under which a buyer may bring code to the data.
@Route(value = "workbench", layout = Shell.class)
@Dependent
@RolesAllowed(Names.BUYER)
class WorkbenchListView extends Page implements BeforeEnterObserver {
    private final ContractService contracts;
    private final Tasks tasks;

    @Inject
    WorkbenchListView(ContractService contracts, Tasks tasks) {
        this.contracts = contracts;
        this.tasks = tasks;
        crumbs(Texts.t("nav.section.work"));
        title(Texts.t("nav.workbench"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                new DataTable<Contract>(
                                "rooms",
                                Blocks.empty(
                                        Texts.t("workbench.empty"),
                                        Blocks.link(Texts.t("nav.catalogue"), "catalogue")))
                        .column(
                                "order.product",
                                Contract::productName,
                                contract ->
                                        Blocks.div(
                                                "two",
                                                Blocks.link(
                                                        contract.productName(),
                                                        WorkbenchNavigation.address(contract.id())),
                                                Blocks.mono(contract.id().value())))
                        .column("order.provider", Contract::providerName)
                        .column("terms.tasks", contract -> tasks.titles(contract.policy().tasks()))
                        .column(
                                "table.state",
                                contract -> Texts.of(contract.state()),
                                contract -> Tags.state(contract.state()))
                        .ordered(
                                "contract.notAfter",
                                contract -> contract.end(),
                                contract -> contract.end().toString(),
                                contract -> When.day(contract.end()))
                        .of(
                                contracts
                                        .list(
                                                CurrentUser.caller(),
                                                PageRequest.first(PageRequest.MOST))
                                        .items()
                                        .stream()
                                        .filter(each -> each.policy().room().isPresent())
                                        .filter(each -> each.state() == ContractState.ACTIVE)
                                        .toList()));
    }
}
