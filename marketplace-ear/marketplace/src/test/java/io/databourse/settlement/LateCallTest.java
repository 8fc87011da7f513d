package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.bill.BillCheck;
import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.json.Json;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.Gateway;
import io.databourse.settlement.bill.BillService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// With a window that is wide enough for months long gone, whose books a test may cut.
class LateCallTest {
    private static final String WINDOW = "bourse.metering.window";

    private final Exchange exchange = Exchange.get();
    private final StatementService statements = exchange.bean(StatementService.class);

    @BeforeEach
    void widen() {
        System.setProperty(WINDOW, "P36500D");
    }

    @AfterEach
    void restore() {
        System.clearProperty(WINDOW);
    }

    @Test
    void a_call_of_a_month_whose_books_are_cut_is_a_line_of_a_later_statement() {
        YearMonth month = Sales.month();
        LocalDate day = month.atDay(3);
        try (Gateway gateway = new Gateway(3)) {
            serve(gateway, day);
            statements.cut(gateway.market.operator, month);
            StatementId id = StatementId.of(month, gateway.market.bankMerchant.id().value());
            StatementHead cut = statements.find(gateway.market.bank, id);
            serve(gateway, day);

            List<Charge> charges =
                    exchange.bean(SettlementService.class)
                            .charges(gateway.market.bank, gateway.contract, PageRequest.first(9))
                            .items();
            assertThat(charges).extracting(Charge::day).containsExactly(day, day);
            assertThat(charges.getFirst().period()).isEqualTo(month);
            assertThat(charges.getLast().period()).isAfter(month);
            assertThat(statements.find(gateway.market.bank, id)).isEqualTo(cut);
            assertThat(isRight(gateway, day)).as("the bill of that day").isTrue();
        }
    }

    private static void serve(Gateway gateway, LocalDate day) {
        var noon = day.atTime(LocalTime.NOON).atZone(SettlementService.ZONE).toInstant();
        assertThat(gateway.report(List.of(gateway.call(CallOutcome.HIT, noon))).accepted())
                .isEqualTo(1);
        gateway.settle();
    }

    private boolean isRight(Gateway gateway, LocalDate day) {
        Optional<LocalDate> only = Optional.of(day);
        var bills = exchange.bean(BillService.class);
        String bill = Json.write(bills.bill(gateway.market.bank, gateway.contract, only, only));
        return BillCheck.check(bill, Optional.empty()).isGood();
    }
}
