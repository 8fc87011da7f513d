package io.databourse.it;

import static io.databourse.it.Browsers.amount;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The money of the demo's first purchase, at the browsers of the bank, the airline and the
/// operator. It moves that money, so it comes after the tests that count on it.
class MoneyPagesTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("money");

    @Test
    void a_simulated_payment_fills_the_wallet_and_says_that_it_is_simulated() {
        Browser bank = BROWSERS.as("bank").open("/wallet");
        BigDecimal before = amount(bank, "available");

        bank.type("amount", "1234.56");
        bank.click("top-up");

        bank.seeText("模拟支付：未接银行");
        assertThat(amount(bank.open("/wallet"), "available").subtract(before))
                .isEqualTo(new BigDecimal("1234.56"));
    }

    @Test
    void a_contract_shows_how_its_quota_goes_and_when_it_will_be_used_up()
            throws IOException, InterruptedException {
        Browser bank = BROWSERS.as("bank").open("/contracts/" + Deal.ofDemo());

        assertThat(bank.text("quota-available")).matches("\\d+ / 10");
        assertThat(bank.text("forecast")).contains("用完");
        bank.seeChart();
    }

    @Test
    @Tag("G09")
    void a_buyer_disputes_a_charge_and_the_decision_gives_money_back() {
        Browser bank = BROWSERS.as("bank");
        Browser airline = BROWSERS.as("airline");
        Browser operator = BROWSERS.as("operator");
        BigDecimal wallet = amount(bank.open("/wallet"), "available");
        BigDecimal earned = amount(airline.open("/revenue"), "revenue-earned");
        airline.seeChart();

        bank.open("/statements").follow("statements/month");
        bank.follow("statements/charges/con_");
        bank.clickFirst("select-");
        bank.click("object");
        bank.type("dispute-amount", "100.00");
        bank.type("reason", "结果与约定的时间范围不符");
        bank.click("dispute-confirm");
        String dispute = bank.idInAddress("disputes/dsp_");
        bank.seeState("dispute-state", "OPEN");
        assertThat(amount(airline.open("/revenue"), "revenue-inDispute"))
                .isEqualTo(new BigDecimal("98.00"));

        operator.open("/disputes/" + dispute).click("decide");
        operator.type("reason", "时间范围确实不符");
        operator.click("decide-confirm");
        operator.seeState("dispute-state", "UPHELD");

        assertThat(amount(bank.open("/wallet"), "available").subtract(wallet))
                .isEqualTo(new BigDecimal("100.00"));
        assertThat(earned.subtract(amount(airline.open("/revenue"), "revenue-earned")))
                .isEqualTo(new BigDecimal("98.00"));
    }

    @Test
    @Tag("G03")
    void a_line_leads_to_its_calls_and_to_a_receipt_that_holds()
            throws IOException, InterruptedException {
        String contract = Deal.ofDemo();
        Instant now = Instant.now();
        var answer =
                Client.as("airline")
                        .post(
                                "/calls",
                                // One charge has both: nothing is charged between them.
                                Map.of(
                                        "atomic",
                                        true,
                                        "calls",
                                        List.of(
                                                Calls.call(contract, "HIT", now),
                                                Calls.call(contract, "MISS", now))));
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
        Client.as("bank")
                .await(
                        "/contracts/" + contract + "/charges",
                        charges -> charges.toString().contains("CALLS"));

        Browser bank = BROWSERS.as("bank").open("/contracts/" + contract);
        bank.follow("statements/charges/con_");
        bank.follow("statements/calls/con_");
        bank.seeText("查得", "查无", "gate-1");
        bank.follow("statements/calls/con_");
        bank.idInAddress("statements/calls/con_");
        bank.seeGood("receipt-verdict");
    }

    @Test
    void a_stopped_buyer_reads_why_and_goes_on_when_the_operator_lets_it()
            throws IOException, InterruptedException {
        String buyer = Client.as("bank").get("/contracts/" + Deal.ofDemo()).text("/consumer");
        Browser operator = BROWSERS.as("operator").open("/applicants/" + buyer);
        Browser bank = BROWSERS.as("bank");

        operator.click("freeze");
        operator.type("reason", "用量异常，待核实");
        operator.click("reason-confirm");
        operator.seeState("use-state", "STOPPED");
        bank.open("/home").seeTextIn("stopped", "用量异常，待核实");
        bank.seeTextIn("stopped", buyer);

        operator.click("release");
        operator.type("reason", "已核实");
        operator.click("reason-confirm");
        operator.seeState("use-state", "GOES_ON");
        bank.open("/home").see("title");
        bank.gone("stopped");
    }

    @Test
    void both_parties_read_on_a_stopped_contracts_page_why_and_the_operator_lets_it_go_on()
            throws IOException, InterruptedException {
        String page = "/contracts/" + Deal.ofDemo();
        Browser operator = BROWSERS.as("operator").open(page);
        Browser bank = BROWSERS.as("bank").open(page);

        operator.click("freeze");
        operator.type("reason", "结果用于合同以外的用途");
        operator.click("reason-confirm");
        operator.seeState("use-state", "STOPPED");
        bank.seeTextIn("use", "结果用于合同以外的用途");
        bank.gone("release");
        BROWSERS.as("airline").open(page).seeTextIn("use", "结果用于合同以外的用途");

        operator.click("release");
        operator.type("reason", "已停止该用途");
        operator.click("reason-confirm");
        operator.seeState("use-state", "GOES_ON");
        bank.gone("use");
    }
}
