package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;

/// The money of the demo's first purchase, at the browsers of the bank, the airline and the
/// operator. It moves that money, so it comes after the tests that count on it. When a test fails
/// there is a picture of each browser in `target/browser`.
class MoneyPagesTest {
    private static final int VERSION_7 = 0x7000;
    private static final Map<String, Browser> BROWSERS = new LinkedHashMap<>();

    @RegisterExtension
    final TestWatcher photographer =
            new TestWatcher() {
                @Override
                public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
                    BROWSERS.forEach((user, browser) ->
                            browser.photograph(
                                    Path.of("target/browser", "money-" + user + ".png")));
                }
            };

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Bourse.start();
    }

    @AfterAll
    static void close() {
        BROWSERS.values().forEach(Browser::close);
    }

    @Test
    void a_simulated_payment_fills_the_wallet_and_says_that_it_is_simulated() {
        Browser bank = as("bank").open("/wallet");
        BigDecimal before = amount(bank, "available");

        bank.type("amount", "1234.56");
        bank.click("top-up");

        assertThat(bank.page()).contains("模拟支付：未接银行");
        assertThat(amount(bank.open("/wallet"), "available").subtract(before))
                .isEqualTo(new BigDecimal("1234.56"));
    }

    @Test
    void a_contract_shows_how_its_quota_goes_and_when_it_will_be_used_up()
            throws IOException, InterruptedException {
        Browser bank = as("bank").open("/contracts/" + contract());

        assertThat(bank.text("quota-available")).matches("\\d+ / 10");
        assertThat(bank.text("forecast")).contains("用完");
        bank.seeChart();
    }

    @Test
    @Tag("G09")
    void a_buyer_disputes_a_charge_and_the_decision_gives_money_back() {
        Browser bank = as("bank");
        Browser airline = as("airline");
        Browser operator = as("operator");
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
        String contract = contract();
        Instant now = Instant.now();
        var answer =
                Client.as("airline")
                        .post(
                                "/calls",
                                Map.of(
                                        "calls",
                                        List.of(
                                                call(contract, "HIT", now),
                                                call(contract, "MISS", now))));
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
        Client.as("bank")
                .await(
                        "/contracts/" + contract + "/charges",
                        charges -> charges.toString().contains("CALLS"));

        Browser bank = as("bank").open("/contracts/" + contract);
        bank.follow("statements/charges/con_");
        bank.follow("statements/calls/con_");
        assertThat(bank.page()).contains("查得", "查无", "gate-1");
        bank.follow("statements/calls/con_");
        bank.idInAddress("statements/calls/con_");
        bank.seeGood("receipt-verdict");
    }

    private static Map<String, Object> call(String contract, String outcome, Instant at) {
        return Map.of(
                "id",
                newId(),
                "source",
                "gate-1",
                "contractId",
                contract,
                "outcome",
                outcome,
                "rows",
                1,
                "at",
                at.toString());
    }

    /// A UUID of version 7: the time, then chance.
    private static UUID newId() {
        UUID chance = UUID.randomUUID();
        long time = System.currentTimeMillis() << Short.SIZE;
        return new UUID(
                time | VERSION_7 | (chance.getMostSignificantBits() & 0xFFF),
                chance.getLeastSignificantBits());
    }

    /// The demo's contract: the oldest of those that are in force.
    private static String contract() throws IOException, InterruptedException {
        String oldest = "";
        for (JsonNode each : Client.as("bank").get("/contracts").body().path("items")) {
            if (each.path("state").asText().equals("ACTIVE")) {
                oldest = each.path("id").asText();
            }
        }
        return oldest;
    }

    @Test
    void the_operator_settles_a_working_day_compares_the_books_and_checks_the_rules() {
        Browser operator = as("operator");
        settleNewestWorkingDay(operator);
        assertThat(amount(operator, "settlement-paid").add(amount(operator, "settlement-carried")))
                .isEqualTo(
                        amount(operator, "settlement-due")
                                .subtract(amount(operator, "settlement-held")));

        operator.open("/reconciliation").click("check");
        operator.click("reconcile");
        operator.seeText("I1 每套账借贷相等");
        operator.seeGood("reconciliation-verdict");
    }

    /// Days that are no working days are refused, and the page stays where it is.
    private static void settleNewestWorkingDay(Browser operator) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (int back = 0; back < 15 && !operator.isAt("settlement/stb_"); back++) {
            operator.open("/settlement").type("settle-day", today.minusDays(back).toString());
            operator.click("settle");
        }
        operator.idInAddress("settlement/stb_");
    }

    /// An amount as the pages write it.
    private static BigDecimal amount(Browser browser, String id) {
        return new BigDecimal(browser.text(id).replace("¥", "").replace(",", "").replace("−", "-"));
    }

    private static Browser as(String user) {
        Browser known = BROWSERS.get(user);
        if (known != null) {
            return known;
        }
        Browser browser = Browser.start();
        BROWSERS.put(user, browser);
        browser.logIn(user);
        return browser;
    }
}
