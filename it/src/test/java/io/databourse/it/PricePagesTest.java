package io.databourse.it;

import static io.databourse.it.Browsers.amount;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Prices, use that is paid as it comes, sharing and price suggestions, as merchant and buyer click
/// them.
class PricePagesTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("price");

    @Test
    void a_price_is_explained_and_warned_of_then_published_bought_up_to_a_cap_and_pinned() {
        Browser airline = BROWSERS.as("airline").open("/catalogue");
        airline.type("catalogue-search", "frequent");
        airline.clickFirst("listing-");
        String listing = airline.idInAddress("catalogue/lst_");
        airline.click("to-prices");

        airline.select("step-0-kind", "全量阶梯");
        airline.select("step-0-meter", "配额单位");
        airline.type("step-0-numbers", "0:0.40 1000:0.20");
        airline.click("check");
        assertThat(amount(airline, "price-total")).isEqualTo(new BigDecimal("400.00"));
        assertThat(airline.text("price-warnings")).contains("1,001", "200.20");

        airline.select("step-0-kind", "按量");
        airline.type("step-0-numbers", "0.40");
        airline.click("publish");
        airline.seeText("每单位 0.4 元");
        // What is published at once is in force a second later.
        airline.openUntil("/prices/" + listing, "生效中");
        String version = newestVersion(airline);

        Browser bank = BROWSERS.as("bank").open("/wallet");
        bank.type("amount", "20.00");
        bank.click("top-up");
        bank.open("/catalogue/" + listing).click("pay-as-you-go");
        bank.type("pay-cap", "10.00");
        bank.type("use-UNITS", "12");
        bank.click("pay-quote");
        assertThat(bank.text("explanation")).contains("12单位 × 0.40 = 4.80元");
        bank.click("order");
        bank.idInAddress("orders/ord_");
        bank.click("draft");
        String contract = bank.idInAddress("contracts/con_");
        bank.seeState("charging-mode", "PAY_AS_YOU_GO");
        assertThat(bank.text("charging-version")).isEqualTo("v" + version);
        bank.click("sign");
        BROWSERS.as("airline").open("/contracts/" + contract).click("sign");
        bank.see("new-job");
        assertThat(bank.text("quota-available")).isEqualTo("25 / 25");
    }

    /// The table begins with the newest.
    private static String newestVersion(Browser airline) {
        return airline.text("prices")
                .lines()
                .filter(line -> line.matches("\\d+\\b.*"))
                .findFirst()
                .orElseThrow()
                .split(" ", 2)[0];
    }

    @Test
    void a_provider_sees_who_would_get_what_before_it_shares_and_the_buyer_sees_nothing() {
        Browser airline = BROWSERS.as("airline").open("/contracts");
        airline.follow("contracts/con_");
        String contract = airline.idInAddress("contracts/con_");
        airline.click("to-sharing");
        airline.type("preview-earned", "980.00");
        airline.click("preview");
        assertThat(airline.text("sharing-preview")).contains("¥980.00");
        airline.click("agree");
        airline.seeText("现行条款");

        Browser bank = BROWSERS.as("bank").open("/contracts/" + contract);
        assertThat(bank.page()).doesNotContain("分润条款");
        bank.open("/contracts/" + contract + "/sharing").seeRefusal("NOT_FOUND");
    }

    @Test
    void a_suggested_price_names_its_formula_and_every_number() {
        Browser airline = BROWSERS.as("airline").open("/price-suggestions");
        airline.type("cost-0-name", "采集与清洗");
        airline.type("cost-0-amount", "1000000");
        airline.click("suggest");

        assertThat(amount(airline, "suggest-middle")).isEqualTo(new BigDecimal("1150000.00"));
        airline.seeText("P = ΣC × (1 + R) × U × Q", "¥920,000.00", "¥1,380,000.00", "采集与清洗");
    }
}
