package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.ChargeQuery;
import io.databourse.settlement.SettlementService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line of a statement stands for: the charges of one contract, and the way to the job or to
/// the calls and receipts behind each.
@Route(value = "charges/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ChargesView extends Page implements BeforeEnterObserver {
    private final SettlementService settlement;
    private final ContractService contracts;

    @Inject
    ChargesView(SettlementService settlement, ContractService contracts) {
        this.settlement = settlement;
        this.contracts = contracts;
        crumbs(Texts.t("nav.section.money"), Blocks.link(Texts.t("nav.statements"), "statements"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ContractId id = Address.id(event, ContractId::new);
        Contract contract = contracts.find(CurrentUser.caller(), id);
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
        show(
                Blocks.card(
                        Blocks.row(
                                Blocks.text(
                                        contract.providerName() + " → " + contract.consumerName()),
                                Blocks.link(
                                        Texts.t("contract.title"),
                                        ContractNavigation.address(id)))),
                table().from(page ->
                        settlement.charges(
                                CurrentUser.caller(),
                                new ChargeQuery(
                                        Optional.empty(),
                                        Optional.of(id),
                                        period,
                                        day,
                                        kind,
                                        page.after()),
                                page)));
    }

    private static DataTable<Charge> table() {
        return new DataTable<Charge>("charges", Blocks.empty(Texts.t("charges.empty")))
                .ordered(
                        "wallet.at",
                        Charge::at,
                        charge -> charge.at().toString(),
                        charge -> new When(charge.at()))
                .column(
                        "statement.kind",
                        charge -> Texts.of(charge.kind()),
                        charge -> Tags.plain(Texts.of(charge.kind())))
                .column("charges.source", charge -> charge.id().value(), ChargesView::source)
                .number("order.units", Charge::units, charge -> Figures.of(charge.units()))
                .number("statement.gross", Charge::gross, charge -> Figures.of(charge.gross()))
                .number(
                        "statement.share",
                        Charge::merchantShare,
                        charge -> Figures.of(charge.merchantShare()))
                .number(
                        "statement.partners",
                        Charge::partnerShare,
                        charge -> Figures.of(charge.partnerShare()))
                .number(
                        "statement.commission",
                        Charge::commissionNet,
                        charge -> Figures.of(charge.commissionNet()))
                .number("statement.vat", Charge::vat, charge -> Figures.of(charge.vat()));
    }

    private static Component source(Charge charge) {
        return charge.jobId()
                .<Component>map(
                        job -> Blocks.link(Texts.t("charges.job"), JobNavigation.address(job)))
                .or(() ->
                        charge.calls()
                                .map(calls ->
                                        Blocks.text(
                                                Texts.t(
                                                        "charges.calls",
                                                        Figures.of(calls.calls()),
                                                        Figures.of(calls.fromCounter()),
                                                        Figures.of(calls.toCounter())))))
                .orElseGet(() -> StoryNavigation.link(charge.id().value()));
    }
}
