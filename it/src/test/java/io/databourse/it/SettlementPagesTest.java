package io.databourse.it;

import static io.databourse.it.Browsers.amount;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What operators decide about money, two of them where much moves: books of a month, payments of
/// which the bank says nothing, refunds. In the order in which a month goes by.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettlementPagesTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("settlement");

    private static BigSale sale = BigSale.NONE;

    @BeforeAll
    static void sell() throws IOException, InterruptedException {
        sale = BigSale.make();
    }

    @Test
    @Order(1)
    void a_large_statement_is_closed_after_two_operators_and_its_invoice_says_that_it_is_simulated()
            throws IOException, InterruptedException {
        Browser operator = BROWSERS.as("operator").open("/statements");
        operator.click("books");
        operator.select("month", sale.month().toString());
        operator.click("books-cut");
        String statement = banksStatement();

        operator.open("/statements/" + statement).click("approve");
        operator.seeState("statement-state", "DRAFT");
        operator.click("approve");
        operator.seeText("须由另一位运营人员");
        Browser reviewer = BROWSERS.as("reviewer").open("/statements/" + statement);
        reviewer.click("approve");
        reviewer.seeState("statement-state", "APPROVED");
        reviewer.click("close");
        reviewer.seeState("statement-state", "CLOSED");

        Browser bank = BROWSERS.as("bank").open("/statements/" + statement);
        bank.click("invoice");
        bank.click("invoice-confirm");
        Client.as("bank").await("/invoices", all -> all.toString().contains("SIMULATED-"));
        bank.open("/invoices").seeText("SIMULATED-", "¥150,000.00", "没有报送税务机关");
    }

    private static String banksStatement() throws IOException, InterruptedException {
        for (JsonNode head : Client.as("bank").get("/statement-heads").body().path("items")) {
            if (head.path("period").asText().equals(sale.month().toString())) {
                return head.path("id").asText();
            }
        }
        throw new AssertionError("the bank has no statement of " + sale.month());
    }

    @Test
    @Order(2)
    void a_payment_of_which_the_bank_says_nothing_is_ended_by_two_operators()
            throws IOException, InterruptedException {
        Client.as("operator")
                .post(
                        "/simulated-bank/plans",
                        Map.of("payee", sale.provider(), "behaviour", "SAY_NOTHING"));
        Browser operator = BROWSERS.as("operator");
        settleNewestWorkingDay(operator);
        assertThat(amount(operator, "settlement-paid").add(amount(operator, "settlement-carried")))
                .isEqualTo(
                        amount(operator, "settlement-due")
                                .subtract(amount(operator, "settlement-held")));
        String payout =
                Client.as("operator")
                        .await(
                                "/payouts",
                                all -> all.at("/items/0/state").asText().equals("UNKNOWN"))
                        .at("/items/0/id")
                        .asText();

        resolve(operator, payout);
        operator.seeText("还须另一位运营人员");
        Browser reviewer = BROWSERS.as("reviewer");
        resolve(reviewer, payout);
        reviewer.seeText("已登记结果");

        assertThat(Client.as("operator").get("/payouts/" + payout).text("/state"))
                .isEqualTo("PAID");
    }

    private static void resolve(Browser operator, String payout) {
        operator.open("/settlement").click("resolve-" + payout);
        operator.type("reference", "银行流水 20261121-7");
        operator.click("resolve-paid");
    }

    /// Days that are no working days are refused, and the page stays where it is.
    private static void settleNewestWorkingDay(Browser operator) {
        LocalDate today = LocalDate.now(Browsers.ZONE);
        for (int back = 0; back < 15; back++) {
            operator.open("/settlement").type("settle-day", today.minusDays(back).toString());
            operator.click("settle");
            if (operator.hasLedTo("settlement/stb_")) {
                return;
            }
        }
        throw new AssertionError("no day of the last fifteen was a working day");
    }

    @Test
    @Order(3)
    void a_large_refund_is_given_by_two_operators_and_one_that_was_asked_for_is_declined() {
        String charges = "/statements/charges/" + sale.contract();
        Browser operator = BROWSERS.as("operator").open(charges);
        operator.clickFirst("refund-slc_");
        operator.type("reason", "结果有误");
        operator.click("refund-confirm");
        operator.seeText("还须另一位运营人员");
        Browser reviewer = BROWSERS.as("reviewer").open("/disputes");
        reviewer.clickFirst("approve-rfd_");
        reviewer.seeText("退款已入账");

        Browser bank = BROWSERS.as("bank").open(charges);
        bank.clickLast("refund-slc_");
        bank.type("refund-amount", "1.00");
        bank.type("reason", "重复计费");
        bank.click("refund-confirm");
        bank.seeText("等运营方决定");
        operator.open("/disputes").clickFirst("decline-rfd_");
        operator.type("reason", "每次调用都有签名收据");
        operator.click("reason-confirm");
        operator.seeText("未同意：每次调用都有签名收据");
    }

    @Test
    @Order(4)
    void the_operator_compares_the_books_and_checks_the_rules() {
        Browser operator = BROWSERS.as("operator").open("/reconciliation");
        operator.click("check");
        operator.click("reconcile");
        operator.seeText("I1 每套账借贷相等");
        operator.seeGood("reconciliation-verdict");
    }
}
