package io.databourse.settlement.invoice;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementService;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final Sales sales = new Sales(market);
    private final YearMonth month = Sales.month();
    private final InvoiceService invoices = exchange.bean(InvoiceService.class);
    private final InvoiceSender sender = exchange.bean(InvoiceSender.class);
    private final InvoiceSteps steps = exchange.bean(InvoiceSteps.class);

    @Test
    void a_buyer_gets_the_merchant_s_invoice_and_the_merchant_that_of_the_exchange() {
        sales.run(month.atDay(1));
        sales.run(month.atDay(2));
        close(month);

        Invoice sale = request(market.bank, bought(month), seller());
        Invoice commission = request(market.airline, sold(month), SettlementService.EXCHANGE);
        sender.pass();

        assertThat(sale.gross()).isEqualTo(Money.cny("1000.00"));
        assertThat(sale.net()).isEqualTo(Money.cny("943.40"));
        assertThat(sale.vat()).isEqualTo(Money.cny("56.60"));
        assertThat(commission.net()).isEqualTo(Money.cny("18.86"));
        assertThat(commission.vat()).isEqualTo(Money.cny("1.14"));
        Invoice issued = invoices.find(market.airline, sale.id());
        assertThat(issued.state()).isEqualTo(InvoiceState.ISSUED);
        assertThat(issued.number().orElseThrow()).startsWith("SIMULATED-");
        assertThat(invoices.list(market.bank, PageRequest.first(5)).items()).hasSize(1);
    }

    @Test
    void only_a_closed_statement_of_one_s_own_is_invoiced_and_once() {
        sales.run(month.atDay(1));
        StatementService statements = exchange.bean(StatementService.class);
        statements.cut(market.operator, month);
        refused(ErrorCode.NOT_READY, () -> request(market.bank, bought(month), seller()));
        statements.approveAll(market.operator, month);
        statements.closeAll(market.operator, month);

        Invoice invoice = request(market.bank, bought(month), seller());
        refused(ErrorCode.DUPLICATE, () -> request(market.bank, bought(month), seller()));
        refused(ErrorCode.NOT_FOUND, () -> request(market.airline, bought(month), seller()));
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> request(market.bank, bought(month), sales.contract.consumer().value()));
        refused(ErrorCode.VALIDATION_FAILED, () -> request(market.bank, bought(month), "somebody"));
        Market elsewhere = new Market();
        refused(ErrorCode.NOT_FOUND, () -> invoices.find(elsewhere.bank, invoice.id()));
    }

    @Test
    void a_refund_of_what_was_invoiced_asks_for_red_invoices_and_is_invoiced_no_second_time() {
        ChargeId charge = sales.run(month.atDay(1));
        close(month);
        Invoice sale = request(market.bank, bought(month), seller());
        Invoice commission = request(market.airline, sold(month), SettlementService.EXCHANGE);
        exchange.bean(RefundService.class)
                .refund(
                        market.operator,
                        new RefundRequest(charge, Optional.of(Money.cny("100.00")), "late"));

        List<Invoice> red =
                invoices.list(market.airline, PageRequest.first(10)).items().stream()
                        .filter(each -> each.kind() == InvoiceKind.RED)
                        .toList();
        assertThat(red).hasSize(2);
        assertThat(red)
                .filteredOn(each -> each.seller().equals(seller()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.original()).contains(sale.id());
                    assertThat(each.gross()).isEqualTo(Money.cny("100.00"));
                    assertThat(each.vat()).isEqualTo(Money.cny("5.66"));
                });
        assertThat(red)
                .filteredOn(each -> each.seller().equals(SettlementService.EXCHANGE))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.original()).contains(commission.id());
                    assertThat(each.gross()).isEqualTo(Money.cny("2.00"));
                });
        sender.pass();
        sender.pass();
        assertThat(invoices.list(market.airline, PageRequest.first(10)).items())
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(InvoiceState.ISSUED));
    }

    @Test
    void a_red_invoice_waits_for_its_blue_one_and_falls_with_it() {
        ChargeId charge = sales.run(month.atDay(1));
        close(month);
        Invoice sale = request(market.bank, bought(month), seller());
        exchange.bean(RefundService.class)
                .refund(market.operator, new RefundRequest(charge, Optional.empty(), "late"));
        Invoice red = invoices.list(market.bank, PageRequest.first(1)).items().getFirst();
        assertThat(red.kind()).isEqualTo(InvoiceKind.RED);
        assertThat(steps.askable(red.id())).isEmpty();

        steps.answered(sale.id(), new InvoiceResult.Refused("the code is not registered"));
        assertThat(steps.askable(red.id())).isEmpty();
        assertThat(invoices.find(market.bank, red.id()).state()).isEqualTo(InvoiceState.REFUSED);
        // What was refused may be asked for again; the refund is less in the month it is booked in.
        assertThat(request(market.bank, bought(month), seller()).gross())
                .isEqualTo(Money.cny("500.00"));
    }

    @Test
    void a_platform_that_breaks_is_asked_again() {
        sales.run(month.atDay(1));
        close(month);
        Invoice sale = request(market.bank, bought(month), seller());
        InvoiceProvider broken =
                new InvoiceProvider() {
                    @Override
                    public String name() {
                        return "BrokenPlatform";
                    }

                    @Override
                    public InvoiceResult issue(Invoice invoice) {
                        throw new IllegalStateException("timeout");
                    }
                };
        new InvoiceSender(steps, broken).pass();
        assertThat(invoices.find(market.bank, sale.id()).state()).isEqualTo(InvoiceState.REQUESTED);
        sender.pass();
        assertThat(invoices.find(market.bank, sale.id()).state()).isEqualTo(InvoiceState.ISSUED);
    }

    private void close(YearMonth period) {
        StatementService statements = exchange.bean(StatementService.class);
        statements.cut(market.operator, period);
        statements.approveAll(market.operator, period);
        statements.closeAll(market.operator, period);
    }

    private Invoice request(Caller caller, StatementId statement, String seller) {
        return invoices.request(caller, new InvoiceRequest(statement, seller));
    }

    private StatementId bought(YearMonth period) {
        return StatementId.of(period, sales.contract.consumer().value());
    }

    private StatementId sold(YearMonth period) {
        return StatementId.of(period, seller());
    }

    private String seller() {
        return sales.contract.provider().value();
    }
}
