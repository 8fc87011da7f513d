package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;

/// The airline, the bank and the operator at their browsers: from a file at the airline's node to a
/// paid result at the bank's, all by clicking. In Chinese, as it is for everybody who does not say
/// otherwise.
class ClickedPurchaseTest {
    private static Browser airline;
    private static Browser bank;
    private static Browser operator;

    @RegisterExtension
    final TestWatcher photographer =
            new TestWatcher() {
                @Override
                public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
                    photograph();
                }
            };

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Bourse.start();
        airline = Browser.of("airline");
        bank = Browser.of("bank");
        operator = Browser.of("operator");
    }

    @AfterAll
    static void close() {
        List.of(airline, bank, operator).forEach(Browser::close);
    }

    @Test
    @Tag("G15")
    void a_product_is_registered_listed_bought_computed_and_paid_by_clicking() {
        String product = register();
        String listing = list(product);
        String contract = buy(listing);
        compute(contract);
        account(contract);
    }

    private static String register() {
        airline.open("/products");
        airline.click("register");
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

        operator.open("/review");
        operator.click("review-" + product);
        operator.click("review-start");
        operator.click("review-" + product);
        operator.type("review-waiver", "示范数据，无需公示");
        operator.click("review-approve");

        airline.open("/products/" + product);
        String certificate = airline.text("certificate");
        bank.open("/certificates/" + certificate);
        bank.seeState("certificate-verdict", "VALID");
        return product;
    }

    private static String list(String product) {
        airline.open("/products/" + product);
        airline.click("list");
        airline.type("plan-price", "5000.00");
        airline.choose("terms-purposes", "营销");
        airline.choose("terms-join", "mobile");
        airline.choose("terms-filter", "tier");
        airline.choose("terms-filter", "flights_12m");
        airline.click("list-confirm");
        airline.click("to-listing");
        return airline.idInAddress("catalogue/lst_");
    }

    private static String buy(String listing) {
        bank.open("/wallet");
        bank.type("amount", "5000.00");
        bank.click("top-up");
        bank.open("/catalogue");
        bank.click("listing-" + listing);
        bank.click("quote");
        bank.click("order");
        bank.idInAddress("orders/ord_");
        bank.click("draft");
        String contract = bank.idInAddress("contracts/con_");
        bank.click("sign");
        airline.open("/contracts/" + contract);
        airline.click("sign");
        bank.see("new-job");
        assertThat(bank.text("quota-available")).isEqualTo("10 / 10");
        return contract;
    }

    private static void compute(String contract) {
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
        assertThat(bank.page()).contains("500.00");
        bank.click("run");
        bank.idInAddress("jobs/job_");
        bank.seeState("job-state", "DELIVERED");
        assertThat(bank.text("result-rows")).isEqualTo("462");
        bank.see("receipt");
        bank.open("/contracts/" + contract);
        assertThat(bank.text("quota-available")).isEqualTo("9 / 10");
    }

    private static void account(String contract) {
        airline.open("/statement");
        assertThat(airline.text("statement")).contains("490.00");
        operator.open("/ledger");
        operator.seeGood("ledger-verdict");
        operator.open("/story/" + contract);
        operator.follow("evidence/evd_");
        operator.click("verify-proof");
        operator.seeGood("proof-verdict");
    }

    @Test
    void the_language_can_be_switched() {
        bank.open("/orders");
        assertThat(bank.page()).contains("订单");
        bank.click("language");
        assertThat(bank.page()).contains("Orders").doesNotContain("订单");
        bank.click("language");
        assertThat(bank.page()).contains("订单");
    }

    private static void photograph() {
        try {
            airline.photograph(Path.of("target/browser/airline.png"));
            bank.photograph(Path.of("target/browser/bank.png"));
            operator.photograph(Path.of("target/browser/operator.png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
