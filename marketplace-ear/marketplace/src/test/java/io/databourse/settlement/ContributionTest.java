package io.databourse.settlement;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.evidence.EvidenceService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.json.Json;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.share.NegativeRule;
import io.databourse.pricing.share.Sampling;
import io.databourse.pricing.share.Shapley;
import io.databourse.settlement.SharingTerms.FixedPart;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContributionTest {
    private static final Map<String, Rational> GAME =
            Map.of(
                    "0",
                    Rational.of(6),
                    "1",
                    Rational.of(12),
                    "2",
                    Rational.of(18),
                    "0+1",
                    Rational.of(30),
                    "0+2",
                    Rational.of(60),
                    "1+2",
                    Rational.of(90),
                    "0+1+2",
                    Rational.of(120));

    private final Exchange exchange = Exchange.get();
    private final SharingService sharing = exchange.bean(SharingService.class);
    private final Market market = new Market();
    private final Sales sales = new Sales(market);
    private final Market others = new Market();
    private final Partner second = new Partner(others.airlineMerchant.id(), PartnerRole.PROVIDER);
    private final Partner third = new Partner(others.bankMerchant.id(), PartnerRole.ALGORITHM);

    @Test
    @Tag("G13")
    void a_product_fused_of_three_pays_by_shapley_values_and_the_sums_match_to_the_fen() {
        ContributionShares shares = agree(terms(GAME, NegativeRule.CLIP_AND_RENORMALISE));
        assertThat(shares.values()).containsExactly("22", "40", "58");
        assertThat(shares.parts()).containsExactly("11/60", "1/3", "29/60");

        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        sales.calls(month.atDay(2), 1, 2);
        // Four units of 500.00 less 2 %: 1,960.00 are shared. A third is 653.33; of the 1,306.67
        // left 29 parts of 40 are 947.34.
        assertThat(payable(second)).isEqualTo(65_333);
        assertThat(payable(third)).isEqualTo(94_734);
        assertThat(payable(new Partner(sales.contract.provider(), PartnerRole.PROVIDER)))
                .isEqualTo(196_000 - 65_333 - 94_734);
        assertThat(Purse.balanced()).isTrue();
        Statement statement =
                exchange.bean(SettlementService.class)
                        .statement(market.airline, Optional.of(month));
        assertThat(statement.partnerShare()).isEqualTo(Money.cny("1600.67"));
        assertThat(
                        statement
                                .merchantShare()
                                .add(statement.partnerShare())
                                .add(statement.commissionNet())
                                .add(statement.vat()))
                .isEqualTo(statement.gross());
    }

    @Test
    void the_parties_and_the_evidence_log_hold_what_the_shares_follow_from() {
        ContributionShares shares = agree(terms(GAME, NegativeRule.CLIP_AND_RENORMALISE));
        assertThat(sharing.contribution(others.airline, sales.contract.id())).contains(shares);
        assertThat(ContributionShares.of(shares.terms())).isEqualTo(shares);
        assertThat(logged()).contains(Json.write(shares));
        refused(ErrorCode.NOT_FOUND, () -> sharing.contribution(market.bank, sales.contract.id()));

        sharing.agree(market.airline, sales.contract.id(), shares.sharing());
        assertThat(sharing.contribution(others.airline, sales.contract.id())).isEmpty();
    }

    @Test
    void who_makes_the_product_worse_gets_nothing_if_the_terms_say_so() {
        Map<String, Rational> game = new HashMap<>(GAME);
        game.put("0+2", Rational.of(5));
        game.put("1+2", Rational.of(5));
        game.put("2", Rational.of(-90));
        ContributionShares shares = agree(terms(game, NegativeRule.CLIP_AND_RENORMALISE));
        assertThat(shares.values().getLast()).startsWith("-");
        assertThat(shares.parts().getLast()).isEqualTo("0");
        sales.run(Sales.month().atDay(1));
        assertThat(payable(third)).isZero();
        invalid(terms(game, NegativeRule.AS_IS));
    }

    @Test
    void sampled_shares_are_those_of_the_published_seed_and_orders() {
        Sampling sampling = new Sampling(20261121, 1_199);
        ContributionTerms terms =
                new ContributionTerms(
                        List.of(
                                new FixedPart(
                                        third.party(), PartnerRole.CHANNEL, Money.cny("10.00"))),
                        List.of(second, third),
                        GAME,
                        Optional.of(sampling),
                        NegativeRule.CLIP_AND_RENORMALISE);
        ContributionShares shares = agree(terms);
        List<String> again =
                Shapley.sampled(3, terms.table(), sampling).values().stream()
                        .map(Rational::toString)
                        .toList();
        assertThat(shares.values()).isEqualTo(again);
        assertThat(logged()).contains("\"seed\":20261121,\"orders\":1199");
        sales.run(Sales.month().atDay(1));
        assertThat(payable(new Partner(third.party(), PartnerRole.CHANNEL))).isEqualTo(1_000);
        assertThat(payable(second)).isBetween(15_000L, 17_000L);
    }

    @Test
    void a_game_that_gives_no_shares_is_refused() {
        Map<String, Rational> incomplete = new HashMap<>(GAME);
        incomplete.remove("1+2");
        invalid(terms(incomplete, NegativeRule.CLIP_AND_RENORMALISE));
        Map<String, Rational> stranger = new HashMap<>(GAME);
        stranger.put("3", Rational.of(1));
        invalid(terms(stranger, NegativeRule.CLIP_AND_RENORMALISE));
        Map<String, Rational> nothing = new HashMap<>(GAME);
        nothing.replaceAll((coalition, worth) -> Rational.ZERO);
        invalid(terms(nothing, NegativeRule.CLIP_AND_RENORMALISE));
        refused(
                ErrorCode.FORBIDDEN,
                () ->
                        sharing.agree(
                                market.bank,
                                sales.contract.id(),
                                terms(GAME, NegativeRule.CLIP_AND_RENORMALISE)));
    }

    private ContributionTerms terms(Map<String, Rational> utilities, NegativeRule negative) {
        return new ContributionTerms(
                List.of(), List.of(second, third), utilities, Optional.empty(), negative);
    }

    private ContributionShares agree(ContributionTerms terms) {
        return sharing.agree(market.airline, sales.contract.id(), terms);
    }

    private void invalid(ContributionTerms terms) {
        refused(ErrorCode.VALIDATION_FAILED, () -> agree(terms));
    }

    private String logged() {
        return exchange.bean(EvidenceService.class)
                .entries(
                        market.operator,
                        Optional.of("sharing/" + sales.contract.id() + "/1"),
                        PageRequest.first(1))
                .items()
                .getFirst()
                .document();
    }

    private static long payable(Partner partner) {
        return Purse.of(
                SettlementAccounts.payable(partner.party(), partner.role(), CurrencyCode.CNY));
    }
}
