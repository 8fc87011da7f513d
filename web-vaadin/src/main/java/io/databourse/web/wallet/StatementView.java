package io.databourse.web.wallet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.databourse.dispatch.JobId;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementLine;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/// What was paid or earned in a month, line by line.
@Route(value = "statement", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class StatementView extends Page implements BeforeEnterObserver {
    private static final String PERIOD = "period";
    private static final int MONTHS = 12;

    private final SettlementService settlement;

    @Inject
    StatementView(SettlementService settlement) {
        this.settlement = settlement;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.statement"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<YearMonth> period =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(PERIOD)
                        .flatMap(StatementView::month);
        Statement statement = settlement.statement(CurrentUser.caller(), period);
        beside(
                Tags.plain(Texts.ofCode("organisation", statement.partyName())),
                Tags.accent(Texts.of(statement.side())));
        actions(months(statement.period()));
        show(
                Blocks.div(
                        "grid g4",
                        total("statement.gross", Figures.of(statement.gross()), "total-gross"),
                        total(
                                "statement.share",
                                Figures.of(statement.merchantShare()),
                                "total-share"),
                        total(
                                "statement.commission",
                                Figures.of(statement.commissionNet()),
                                "total-commission"),
                        total("statement.vat", Figures.of(statement.vat()), "total-vat")),
                lines(statement));
    }

    private static Component total(String labelKey, String amount, String id) {
        var value = Blocks.text(amount);
        value.setId(id);
        return Blocks.figure(Texts.t(labelKey), value, Texts.t(labelKey + "Hint"));
    }

    private static Component months(YearMonth shown) {
        Select<YearMonth> select = new Select<>();
        select.setId("period");
        select.setAriaLabel(Texts.t("statement.period"));
        select.setItems(
                Stream.concat(
                                Stream.of(shown),
                                Stream.iterate(
                                                YearMonth.now(Zone.ID),
                                                month -> month.minusMonths(1))
                                        .limit(MONTHS))
                        .distinct()
                        .sorted((a, b) -> b.compareTo(a))
                        .toList());
        select.setValue(shown);
        select.addValueChangeListener(change ->
                UI.getCurrent()
                        .navigate(
                                "statement",
                                QueryParameters.of(PERIOD, Inputs.value(select).toString())));
        return select;
    }

    private static Component lines(Statement statement) {
        return new DataTable<StatementLine>("statement", Blocks.empty(Texts.t("statement.empty")))
                .ordered(
                        "wallet.at",
                        StatementLine::at,
                        line -> line.at().toString(),
                        line -> new When(line.at()))
                .column("order.product", StatementLine::productName)
                .column(
                        "statement.job",
                        line -> line.jobId().map(JobId::value).orElse(""),
                        line ->
                                line.jobId()
                                        .<Component>map(job ->
                                                Blocks.mono(
                                                        job.value(), JobNavigation.address(job)))
                                        .orElseGet(() -> Blocks.text("")))
                .number("order.units", StatementLine::units, line -> Figures.of(line.units()))
                .number("statement.gross", StatementLine::gross, line -> Figures.of(line.gross()))
                .number(
                        "statement.share",
                        StatementLine::merchantShare,
                        line -> Figures.of(line.merchantShare()))
                .number(
                        "statement.commission",
                        StatementLine::commissionNet,
                        line -> Figures.of(line.commissionNet()))
                .number("statement.vat", StatementLine::vat, line -> Figures.of(line.vat()))
                .of(statement.lines());
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
