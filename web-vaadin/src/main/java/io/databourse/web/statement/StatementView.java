package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.stream.Stream;

/// What was paid or earned in a month, line by line; also while the month runs.
@Route(value = StatementView.ADDRESS, layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class StatementView extends Page implements BeforeEnterObserver {
    static final String ADDRESS = "statements/month";

    private static final String PERIOD = "period";
    private static final int MONTHS = 12;

    private final SettlementService settlement;
    private final StatementSheet sheet;

    @Inject
    StatementView(SettlementService settlement, StatementSheet sheet) {
        this.settlement = settlement;
        this.sheet = sheet;
        crumbs(Texts.t("nav.section.money"), Blocks.link(Texts.t("nav.statements"), "statements"));
        title(Texts.t("statement.ofMonth"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Statement statement =
                settlement.statement(
                        CurrentUser.caller(), StatementQuery.month(event.getLocation(), PERIOD));
        beside(
                Tags.plain(Texts.ofCode("organisation", statement.partyName())),
                Tags.accent(Texts.of(statement.side())),
                Tags.state(statement.state()));
        actions(months(statement.period()), sheet.files(statement));
        show(sheet.totals(statement), sheet.lines(statement));
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
                                ADDRESS,
                                QueryParameters.of(PERIOD, Inputs.value(select).toString())));
        return select;
    }
}
