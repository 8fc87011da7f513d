package io.databourse.web.revenue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.payout.Earnings;
import io.databourse.settlement.payout.PayoutService;
import io.databourse.settlement.report.ReportService;
import io.databourse.settlement.report.RevenueLine;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;

/// What the organisation earned with which product and from whom, and where that money is.
@Route(value = "revenue", layout = Shell.class)
@Dependent
@RolesAllowed(Names.MERCHANT)
class RevenueView extends Page implements BeforeEnterObserver {
    private static final int MONTHS = 12;

    private final ReportService reports;
    private final PayoutService payouts;

    @Inject
    RevenueView(ReportService reports, PayoutService payouts) {
        this.reports = reports;
        this.payouts = payouts;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.revenue"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        YearMonth now = YearMonth.now(Zone.ID);
        YearMonth first = now.minusMonths(MONTHS - 1L);
        List<RevenueLine> lines = reports.revenue(CurrentUser.caller(), first, now);
        Div body = Blocks.div("stack", figures(lines));
        if (!lines.isEmpty()) {
            body.add(
                    Blocks.div(
                            "grid halves",
                            Blocks.card(
                                    Texts.t("revenue.byProduct"),
                                    RevenueChart.of(lines, first, now, RevenueLine::productName)),
                            Blocks.card(
                                    Texts.t("revenue.byBuyer"),
                                    RevenueChart.of(lines, first, now, RevenueLine::buyerName))));
        }
        body.add(table(lines));
        show(body, new PayoutTable(payouts).ofOwn());
    }

    private Component figures(List<RevenueLine> lines) {
        Earnings earnings = payouts.earnings(CurrentUser.caller());
        Money earned =
                lines.stream()
                        .map(RevenueLine::earned)
                        .reduce(Money.zero(CurrencyCode.CNY), Money::add);
        Div row =
                Blocks.div(
                        "grid fit",
                        figure("revenue.earned", earned),
                        figure("revenue.payable", earnings.payable()),
                        figure("revenue.onItsWay", earnings.onItsWay()),
                        figure("revenue.inDispute", earnings.inDispute()));
        if (earnings.owed().isPositive()) {
            row.add(figure("revenue.owed", earnings.owed()));
        }
        return row;
    }

    private static Component figure(String labelKey, Money amount) {
        var value = Blocks.text(Figures.of(amount));
        value.setId(labelKey.replace('.', '-'));
        return Blocks.figure(Texts.t(labelKey), value, Texts.t(labelKey + "Hint"));
    }

    private static Component table(List<RevenueLine> lines) {
        return new DataTable<RevenueLine>(
                        "revenue",
                        Blocks.empty(
                                Texts.t("revenue.empty"),
                                Blocks.link(Texts.t("nav.products"), "products")))
                .column("statement.period", line -> line.month().toString())
                .column("order.product", RevenueLine::productName)
                .column("order.buyer", RevenueLine::buyerName)
                .number("statement.units", RevenueLine::units, line -> Figures.of(line.units()))
                .number("statement.gross", RevenueLine::gross, line -> Figures.of(line.gross()))
                .number("revenue.own", RevenueLine::earned, line -> Figures.of(line.earned()))
                .of(lines.reversed());
    }
}
