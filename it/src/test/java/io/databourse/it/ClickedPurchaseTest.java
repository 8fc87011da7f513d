package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.it.Breakpoint.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The airline, the bank and the operator at their browsers: from a file at the airline's node to a
/// paid result at the bank's, all by clicking. In Chinese, as it is for everybody who does not say
/// otherwise.
class ClickedPurchaseTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("purchase");

    private static final String DELIVERED = "new.state = 'DELIVERED'";

    @Test
    @Tag("G15")
    void a_product_is_registered_listed_bought_computed_and_paid_by_clicking() throws Exception {
        Browser airline = BROWSERS.as("airline");
        Browser bank = BROWSERS.as("bank");
        Browser operator = BROWSERS.as("operator");

        String product = register(airline, operator);
        bank.open(certificate(airline, product)).seeState("certificate-verdict", "VALID");
        String contract = contract(list(airline, product), bank, airline);
        List<BigDecimal> earned = totals(airline);
        List<BigDecimal> kept = totals(operator);
        compute(bank);

        assertThat(bank.open("/contracts/" + contract).text("quota-available")).isEqualTo("9 / 10");
        assertThat(growth(earned, totals(airline))).isEqualTo("500.00 490.00 9.43 0.57");
        assertThat(growth(kept, totals(operator))).isEqualTo("500.00 490.00 9.43 0.57");
        operator.open("/ledger").seeGood("ledger-verdict");
        operator.open("/story/" + contract).follow("evidence/evd_");
        operator.click("verify-proof");
        operator.seeGood("proof-verdict");
    }

    private static String register(Browser airline, Browser operator) {
        airline.open("/products").click("register");
        airline.click("profile");
        airline.type("sheet-name", "华东航司会员出行画像（2026，季更）");
        airline.type("sheet-overview", "常旅客等级、近 12 个月航段数；仅可求交，明细不出域。");
        airline.choose("sheet-sector", "航旅");
        airline.type("sheet-keywords", "航空，会员，出行");
        airline.type("sheet-region", "华东");
        airline.type("sheet-time-span", "2025-11 至 2026-10");
        airline.type("sheet-frequency", "每季");
        airline.click("sheet-personal");
        airline.type("sheet-restrictions", "不得转售");
        airline.type("field-mobile", "手机号");
        airline.click("sensitive-mobile");
        airline.click("submit");
        String product = airline.idInAddress("products/prd_");

        operator.open("/review").click("review-" + product);
        operator.click("review-start");
        operator.click("review-" + product);
        operator.type("review-waiver", "示范数据，无需公示");
        operator.click("review-approve");
        return product;
    }

    private static String certificate(Browser airline, String product) {
        return "/certificates/" + airline.open("/products/" + product).text("certificate");
    }

    private static String list(Browser airline, String product) {
        airline.open("/products/" + product).click("list");
        airline.type("plan-price", "5000.00");
        airline.choose("terms-purposes", "营销");
        airline.choose("terms-join", "mobile");
        airline.choose("terms-filter", "tier");
        airline.choose("terms-filter", "flights_12m");
        airline.click("list-confirm");
        airline.click("to-listing");
        return airline.idInAddress("catalogue/lst_");
    }

    private static String contract(String listing, Browser bank, Browser airline) {
        bank.open("/wallet").type("amount", "5000.00");
        bank.click("top-up");
        bank.open("/catalogue").click("listing-" + listing);
        bank.click("quote");
        bank.click("order");
        bank.idInAddress("orders/ord_");
        bank.click("draft");
        String contract = bank.idInAddress("contracts/con_");
        bank.click("sign");
        airline.open("/contracts/" + contract).follow("contracts/" + contract + "/text");
        airline.seeText("数据提供合同", "可进入结果的字段：无", "大写：人民币伍仟元整");
        airline.open("/contracts/" + contract).click("sign");
        bank.see("new-job");
        assertThat(bank.text("quota-available")).isEqualTo("10 / 10");
        return contract;
    }

    /// The bank stays on its pages, which go on by themselves.
    private static void compute(Browser bank) throws Exception {
        bank.click("new-job");
        bank.type("job-result", "customer_id");
        bank.click("own-add");
        bank.type("own-0-column", "aum_cny");
        bank.select("own-0-operator", "介于");
        bank.type("own-0-values", "500000, 6000000");
        bank.click("other-add");
        bank.choose("other-0-column", "tier");
        bank.select("other-0-operator", "属于");
        bank.type("other-0-values", "GOLD, PLATINUM");
        bank.click("other-add");
        bank.choose("other-1-column", "flights_12m");
        bank.select("other-1-operator", "不小于");
        bank.type("other-1-values", "12");
        bank.click("preview");
        bank.seeText("谁会知道什么", "¥500.00");
        try (var end = Breakpoint.at(Moment.WRITING, "update", "dispatch_job", DELIVERED)) {
            bank.click("run");
            bank.idInAddress("jobs/job_");
            end.await();
            bank.seeState("job-state", "DELIVERING");
        }
        bank.seeState("job-state", "DELIVERED");
        assertThat(bank.text("result-rows")).isEqualTo("462");
        bank.see("receipt");
    }

    /// What a month's statement says in total: gross, the provider's, commission, VAT.
    private static List<BigDecimal> totals(Browser browser) {
        browser.open("/statements/month");
        return Stream.of("gross", "share", "commission", "vat")
                .map(total -> browser.text("total-" + total))
                .map(Browsers::amount)
                .toList();
    }

    private static String growth(List<BigDecimal> before, List<BigDecimal> after) {
        return IntStream.range(0, before.size())
                .mapToObj(each -> after.get(each).subtract(before.get(each)).toString())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
    }

    @Test
    void the_language_can_be_switched() {
        Browser bank = BROWSERS.as("bank");

        assertThat(bank.open("/orders").page()).contains("订单").doesNotContain("Orders");
        bank.click("language");
        bank.seeText("Orders");
        assertThat(bank.page()).doesNotContain("订单");
        bank.click("language");
        bank.seeText("订单");
    }
}
