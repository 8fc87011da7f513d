package io.databourse.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.money.Money;
import io.databourse.settlement.Purse;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementService;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportServiceTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final ReportService reports = exchange.bean(ReportService.class);

    @Test
    void revenue_is_told_by_month_product_and_buyer() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        sales.calls(month.atDay(2), 2, 1);
        sales.run(month.plusMonths(1).atDay(1));

        List<RevenueLine> lines = reports.revenue(market.airline, month, month.plusMonths(1));

        assertThat(lines)
                .extracting(RevenueLine::month)
                .containsExactly(month, month.plusMonths(1));
        assertThat(lines.getFirst())
                .isEqualTo(
                        new RevenueLine(
                                month,
                                sales.contract.productName(),
                                market.bankMerchant.id(),
                                market.bankMerchant.name(),
                                4,
                                Money.cny("2000.00"),
                                Money.cny("1960.00")));
        assertThat(reports.revenue(market.airline, month, month)).hasSize(1);
        assertThat(reports.revenue(market.bank, month, month)).isEmpty();
    }

    @Test
    void what_was_charged_for_a_day_is_used_on_that_day() {
        Sales sales = new Sales(market);
        LocalDate today = LocalDate.ofInstant(exchange.clock().instant(), SettlementService.ZONE);
        sales.calls(today, 3);

        Outlook outlook = reports.outlook(market.bank, sales.contract.id());

        assertThat(outlook.days().getLast().used()).isEqualTo(3);
        assertThat(outlook.forecast()).isEqualTo(new Forecast.UsedUp(3, 1, today.plusDays(4)));
    }

    @Test
    void a_contract_of_others_has_no_outlook() {
        Sales sales = new Sales(market);
        Purse.refused(
                ErrorCode.NOT_FOUND, () -> reports.outlook(new Market().bank, sales.contract.id()));
    }
}
