package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.json.Json;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.ChargeQuery;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.bill.BillService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Downloads;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line of a statement stands for: the charges of one contract, and the way to the job or to
/// the calls and receipts behind each.
@Route(value = "statements/charges/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ChargesView extends Page implements BeforeEnterObserver {
    private final SettlementService settlement;
    private final ContractService contracts;
    private final ChargeActions actions;
    private final BillService bills;

    @Inject
    ChargesView(
            SettlementService settlement,
            ContractService contracts,
            ChargeActions actions,
            BillService bills) {
        this.bills = bills;
        this.settlement = settlement;
        this.contracts = contracts;
        this.actions = actions;
        crumbs(Texts.t("nav.section.money"), Blocks.link(Texts.t("nav.statements"), "statements"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Contract contract =
                contracts.find(CurrentUser.caller(), Address.id(event, ContractId::new));
        Location here = event.getLocation();
        Optional<YearMonth> period = StatementQuery.month(here, ChargesNavigation.PERIOD);
        Optional<LocalDate> day = StatementQuery.day(here, ChargesNavigation.DAY);
        Optional<ChargeKind> kind =
                StatementQuery.read(here, ChargesNavigation.KIND, ChargeKind::valueOf);
        title(Texts.t("charges.title", contract.productName()));
        beside(
                Stream.of(
                                day.map(LocalDate::toString)
                                        .or(() -> period.map(YearMonth::toString)),
                                kind.map(Texts::of))
                        .flatMap(Optional::stream)
                        .map(Tags::plain)
                        .toArray(Component[]::new));
        build(
                contract,
                page ->
                        new ChargeQuery(
                                Optional.empty(),
                                Optional.of(contract.id()),
                                period,
                                day,
                                kind,
                                page));
    }

    private void build(Contract contract, Query query) {
        actions(
                Stream.concat(Stream.of(bill(contract.id())), actions.forBuyer(contract).stream())
                        .toArray(Component[]::new));
        show(
                Blocks.row(
                        Blocks.text(contract.providerName() + " → " + contract.consumerName()),
                        Blocks.link(
                                Texts.t("contract.title"),
                                ContractNavigation.address(contract.id()))),
                actions.on(new ChargeTable(), contract, () -> build(contract, query))
                        .from(page ->
                                settlement.charges(
                                        CurrentUser.caller(), query.after(page.after()), page)));
    }

    /// All receipts and charges of the contract, to check offline.
    private Component bill(ContractId contract) {
        Caller caller = CurrentUser.caller();
        return Downloads.link(
                "bill",
                Texts.t("charges.bill"),
                "bill-" + contract + ".json",
                "application/json",
                () ->
                        Json.write(bills.bill(caller, contract, Optional.empty(), Optional.empty()))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private interface Query {
        ChargeQuery after(Optional<String> cursor);
    }
}
