package io.databourse.settlement;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.SharingTerms.FixedPart;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharingTest {
    private final Exchange exchange = Exchange.get();
    private final SharingService sharing = exchange.bean(SharingService.class);
    private final Market market = new Market();
    private final Sales sales = new Sales(market);
    private final Market others = new Market();
    private final MerchantId second = others.airlineMerchant.id();
    private final MerchantId third = others.bankMerchant.id();

    @Test
    @Tag("G13")
    @Tag("G08")
    void a_product_fused_of_three_pays_all_three_and_the_sums_match_to_the_fen() {
        agree(
                weights(
                        "50",
                        part(second, PartnerRole.PROVIDER, "30"),
                        part(third, PartnerRole.ALGORITHM, "20")));
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        sales.calls(month.atDay(2), 1, 2);

        // Four units of 500.00, of which 2 % are the exchange's.
        assertThat(payable(sales.contract.provider(), PartnerRole.PROVIDER)).isEqualTo(98_000);
        assertThat(payable(second, PartnerRole.PROVIDER)).isEqualTo(58_800);
        assertThat(payable(third, PartnerRole.ALGORITHM)).isEqualTo(39_200);
        assertThat(Purse.balanced()).isTrue();
        Statement statement =
                exchange.bean(SettlementService.class)
                        .statement(others.airline, Optional.of(month));
        assertThat(statement.side()).isEqualTo(Statement.Side.PARTNER);
        assertThat(statement.earned()).isEqualTo(Money.cny("588.00"));
        Statement own =
                exchange.bean(SettlementService.class)
                        .statement(market.airline, Optional.of(month));
        assertThat(
                        own.merchantShare()
                                .add(own.partnerShare())
                                .add(own.commissionNet())
                                .add(own.vat()))
                .isEqualTo(own.gross());
    }

    @Test
    @Tag("G13")
    void in_whatever_portions_it_comes_nobody_s_share_depends_on_them_or_ever_shrinks() {
        SharingTerms terms =
                new SharingTerms(
                        List.of(new FixedPart(third, PartnerRole.CHANNEL, Money.cny("0.03"))),
                        List.of(
                                new Tier(
                                        Optional.of(Money.cny("7.77")),
                                        "0",
                                        List.of(
                                                part(second, PartnerRole.ALGORITHM, "1"),
                                                part(third, PartnerRole.CHANNEL, "2"))),
                                new Tier(
                                        Optional.empty(),
                                        "0.333",
                                        List.of(
                                                part(second, PartnerRole.ALGORITHM, "0.333"),
                                                part(second, PartnerRole.PROVIDER, "0.001"),
                                                part(third, PartnerRole.CHANNEL, "0.333")))));
        Map<Partner, Long> whole =
                Sharing.sums(terms, new Sharing.Sum(5_000, 100), CurrencyCode.CNY);
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Sharing.Sum sum = new Sharing.Sum(0, 0);
            long[] got = new long[whole.size()];
            while (sum.units() < 100) {
                long units = Math.min(100 - sum.units(), 1 + random.nextInt(9));
                Money pool = Money.ofMinor(units * 50, CurrencyCode.CNY);
                Money none = Money.zero(CurrencyCode.CNY);
                Shares shares =
                        Sharing.share(
                                new Shares(pool, pool, List.of(), none, none), terms, sum, units);
                assertThat(shares.merchant().isNegative()).isFalse();
                for (int i = 0; i < got.length; i++) {
                    long amount = shares.partners().get(i).amount().minor();
                    assertThat(amount).isNotNegative();
                    got[i] += amount;
                }
                sum = sum.plus(pool.minor(), units);
            }
            assertThat(got).containsExactly(whole.values().stream().mapToLong(v -> v).toArray());
        }
        assertThat(whole.values().stream().mapToLong(v -> v).sum()).isLessThanOrEqualTo(5_000);
    }

    @Test
    void a_waterfall_fills_one_tier_after_the_other() {
        agree(
                new SharingTerms(
                        List.of(),
                        List.of(
                                new Tier(
                                        Optional.of(Money.cny("600.00")),
                                        "0",
                                        List.of(part(second, PartnerRole.ALGORITHM, "1"))),
                                new Tier(
                                        Optional.empty(),
                                        "80",
                                        List.of(part(second, PartnerRole.ALGORITHM, "20"))))));
        LocalDate day = Sales.month().atDay(1);
        sales.run(day);
        assertThat(payable(second, PartnerRole.ALGORITHM)).isEqualTo(49_000);
        sales.run(day);
        // 110.00 fill the first tier, and 380.00 are shared.
        assertThat(payable(second, PartnerRole.ALGORITHM)).isEqualTo(60_000 + 7_600);
        assertThat(payable(sales.contract.provider(), PartnerRole.PROVIDER)).isEqualTo(30_400);
    }

    @Test
    void fixed_amounts_go_first_and_new_terms_count_for_what_comes_after() {
        SharingTerms fixed =
                new SharingTerms(
                        List.of(new FixedPart(third, PartnerRole.CHANNEL, Money.cny("12.34"))),
                        List.of(new Tier(Optional.empty(), "1", List.of())));
        agree(fixed);
        LocalDate day = Sales.month().atDay(1);
        sales.calls(day, 3);
        assertThat(payable(third, PartnerRole.CHANNEL)).isEqualTo(3 * 1_234);
        agree(weights("1"));
        sales.run(day);
        assertThat(payable(third, PartnerRole.CHANNEL)).isEqualTo(3 * 1_234);
        assertThat(payable(sales.contract.provider(), PartnerRole.PROVIDER))
                .isEqualTo(4 * 49_000 - 3 * 1_234);
    }

    @Test
    void a_refund_takes_back_from_partners_too() {
        agree(weights("1", part(second, PartnerRole.PROVIDER, "2")));
        ChargeId charge = sales.run(Exchange.get().today());
        exchange.bean(RefundService.class)
                .refund(
                        market.operator,
                        new RefundRequest(charge, Optional.of(Money.cny("250.00")), "late"));
        assertThat(payable(sales.contract.provider(), PartnerRole.PROVIDER)).isEqualTo(8_166);
        assertThat(payable(second, PartnerRole.PROVIDER)).isEqualTo(16_333);
        Charge refund =
                exchange.bean(SettlementService.class)
                        .charges(market.bank, sales.contract.id(), PageRequest.first(9))
                        .items()
                        .getLast();
        assertThat(refund.partners()).hasSize(1);
        assertThat(refund.partnerShare()).isEqualTo(Money.cny("-163.34"));
    }

    @Test
    void terms_that_cannot_be_kept_are_refused() {
        invalid(new SharingTerms(List.of(), List.of()));
        invalid(weights("0"));
        invalid(weights("-1", part(second, PartnerRole.PROVIDER, "3")));
        invalid(weights("x"));
        invalid(weights("1", part(sales.contract.consumer(), PartnerRole.CHANNEL, "1")));
        invalid(weights("1", part(new MerchantId("mer_nobody"), PartnerRole.CHANNEL, "1")));
        invalid(
                weights(
                        "1",
                        part(second, PartnerRole.CHANNEL, "1"),
                        part(second, PartnerRole.CHANNEL, "1")));
        invalid(
                new SharingTerms(
                        List.of(new FixedPart(second, PartnerRole.CHANNEL, Money.cny("490.00"))),
                        List.of(new Tier(Optional.empty(), "1", List.of()))));
        invalid(
                new SharingTerms(
                        List.of(),
                        List.of(new Tier(Optional.of(Money.cny("1.00")), "1", List.of()))));
        refused(
                ErrorCode.FORBIDDEN,
                () -> sharing.agree(market.bank, sales.contract.id(), weights("1")));
        refused(
                ErrorCode.NOT_FOUND,
                () -> sharing.agree(others.airline, sales.contract.id(), weights("1")));
    }

    @Test
    void a_preview_is_what_is_paid_in_the_end() {
        SharingTerms terms =
                new SharingTerms(
                        List.of(new FixedPart(third, PartnerRole.CHANNEL, Money.cny("12.34"))),
                        List.of(
                                new Tier(
                                        Optional.of(Money.cny("600.00")),
                                        "0",
                                        List.of(part(second, PartnerRole.ALGORITHM, "1"))),
                                new Tier(
                                        Optional.empty(),
                                        "2/3",
                                        List.of(part(third, PartnerRole.PROVIDER, "1/3")))));
        SharingPreview preview = SharingPreview.of(terms, Money.cny("1470.00"), 3);
        agree(terms);
        sales.calls(Sales.month().atDay(1), 1, 2);
        for (PartnerShare share : preview.partners()) {
            assertThat(payable(share.party(), share.role())).isEqualTo(share.amount().minor());
        }
        assertThat(payable(sales.contract.provider(), PartnerRole.PROVIDER))
                .isEqualTo(preview.own().minor());
        refused(ErrorCode.VALIDATION_FAILED, () -> SharingPreview.of(terms, Money.cny("12.33"), 1));
        refused(ErrorCode.VALIDATION_FAILED, () -> SharingPreview.of(terms, Money.cny("-1.00"), 0));
    }

    @Test
    void the_provider_and_its_partners_read_the_terms_and_the_buyer_does_not() {
        SharingTerms terms = weights("1", part(second, PartnerRole.PROVIDER, "1"));
        agree(terms);
        assertThat(sharing.find(market.airline, sales.contract.id())).contains(terms);
        assertThat(sharing.find(others.airline, sales.contract.id())).contains(terms);
        refused(ErrorCode.NOT_FOUND, () -> sharing.find(market.bank, sales.contract.id()));
    }

    private void agree(SharingTerms terms) {
        sharing.agree(market.airline, sales.contract.id(), terms);
    }

    private void invalid(SharingTerms terms) {
        refused(ErrorCode.VALIDATION_FAILED, () -> agree(terms));
    }

    private static SharingTerms weights(String own, WeightedPart... parts) {
        return new SharingTerms(
                List.of(), List.of(new Tier(Optional.empty(), own, List.of(parts))));
    }

    private static WeightedPart part(MerchantId party, PartnerRole role, String weight) {
        return new WeightedPart(party, role, weight);
    }

    private static long payable(MerchantId party, PartnerRole role) {
        return Purse.of(SettlementAccounts.payable(party, role, CurrencyCode.CNY));
    }
}
