package io.databourse.settlement.dispute;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.dispatch.Job;
import io.databourse.evidence.EntryId;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.order.WalletService;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.Purse;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.SettlementService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DisputeTest {
    private final Exchange exchange = Exchange.get();
    private final DisputeService disputes = exchange.bean(DisputeService.class);
    private final Market market = new Market();
    private final LocalDate today = Exchange.get().today();

    @Test
    @Tag("G09")
    void a_dispute_freezes_the_amount_collects_the_evidence_and_ends_by_a_decision_that_posts() {
        Contract contract = market.contract();
        Job job = market.start(contract);
        exchange.settle();
        ChargeId charge =
                exchange.bean(SettlementService.class)
                        .charges(market.bank, contract.id(), PageRequest.first(5))
                        .items()
                        .getFirst()
                        .id();

        Dispute dispute = open(Optional.empty(), charge);
        assertThat(hold(dispute)).isEqualTo(50_000);
        List<EvidenceEntry> evidence =
                dispute.evidence().stream()
                        .map(id ->
                                exchange.bean(EvidenceService.class)
                                        .find(market.operator, new EntryId(id)))
                        .toList();
        assertThat(evidence)
                .extracting(entry -> entry.stage() + "." + entry.type())
                .contains(
                        "order.Placed",
                        "contract.Activated",
                        "dispatch.Delivered",
                        "metering.Recorded",
                        "settlement.Recognised");
        assertThat(evidence).anyMatch(entry -> entry.subjectId().equals(job.id().value()));

        Dispute end = decide(market.operator, dispute, DisputeState.UPHELD, null);
        assertThat(end.state()).isEqualTo(DisputeState.UPHELD);
        assertThat(hold(dispute)).isZero();
        assertThat(exchange.bean(WalletService.class).view(market.bank).available())
                .isEqualTo(Money.cny("1500.00"));
        assertThat(Purse.balanced()).isTrue();
    }

    @Test
    void a_dispute_that_is_rejected_gives_everybody_back_what_was_held() {
        Sales sales = new Sales(market);
        long wallet = Purse.prepaid(sales);
        ChargeId charge = sales.run(today);
        Dispute dispute = open(Optional.empty(), charge);
        assertThat(Purse.payable(sales)).isZero();

        decide(market.operator, dispute, DisputeState.REJECTED, null);

        assertThat(Purse.payable(sales)).isEqualTo(49_000);
        assertThat(Purse.prepaid(sales)).isEqualTo(wallet);
        assertThat(hold(dispute)).isZero();
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> decide(market.operator, dispute, DisputeState.UPHELD, null));
    }

    @Test
    void a_part_is_split_over_the_charges_and_over_who_got_them() {
        Sales sales = new Sales(market);
        ChargeId one = sales.run(today);
        ChargeId two = sales.calls(today, 3).getFirst();
        Dispute dispute = open(Optional.of(Money.cny("1000.01")), two, one);
        assertThat(hold(dispute)).isEqualTo(100_001);
        long wallet = Purse.prepaid(sales);

        decide(market.operator, dispute, DisputeState.PARTIAL, "333.33");

        assertThat(Purse.prepaid(sales) - wallet).isEqualTo(33_333);
        assertThat(hold(dispute)).isZero();
        assertThat(
                        exchange.bean(RefundService.class)
                                .list(market.bank, PageRequest.first(5))
                                .items())
                .hasSize(2)
                .allSatisfy(refund -> assertThat(refund.dispute()).contains(dispute.id()))
                .extracting(refund -> refund.amount().minor())
                .containsExactlyInAnyOrder(8_333L, 25_000L);
    }

    @Test
    void a_decision_above_the_threshold_needs_two_operators_who_agree() {
        Sales sales = new Sales(market);
        ChargeId charge = sales.run(today);
        System.setProperty("bourse.settlement.four-eyes-above", "100.00");
        Dispute dispute;
        try {
            dispute = open(Optional.empty(), charge);
        } finally {
            System.clearProperty("bourse.settlement.four-eyes-above");
        }
        assertThat(decide(market.operator, dispute, DisputeState.UPHELD, null).state())
                .isEqualTo(DisputeState.PROPOSED);
        refused(
                ErrorCode.SELF_REVIEW,
                () -> decide(market.operator, dispute, DisputeState.UPHELD, null));
        assertThat(decide(operator("second"), dispute, DisputeState.PARTIAL, "1.00").state())
                .isEqualTo(DisputeState.PROPOSED);
        assertThat(hold(dispute)).isEqualTo(50_000);
        assertThat(decide(operator("third"), dispute, DisputeState.UPHELD, null).state())
                .isEqualTo(DisputeState.UPHELD);
        assertThat(hold(dispute)).isZero();
    }

    @Test
    void what_is_in_dispute_is_neither_disputed_again_nor_refunded() {
        Sales sales = new Sales(market);
        ChargeId charge = sales.run(today);
        Dispute dispute = open(Optional.of(Money.cny("100.00")), charge);
        refused(ErrorCode.DUPLICATE, () -> open(Optional.empty(), charge));
        RefundService refunds = exchange.bean(RefundService.class);
        refused(
                ErrorCode.VALIDATION_FAILED,
                () ->
                        refunds.refund(
                                market.operator,
                                new RefundRequest(
                                        charge, Optional.of(Money.cny("400.01")), "all of it")));
        disputes.withdraw(market.bank, dispute.id());
        assertThat(Purse.payable(sales)).isEqualTo(49_000);
        assertThat(open(Optional.empty(), charge).amount()).isEqualTo(Money.cny("500.00"));
    }

    @Test
    void nobody_disputes_what_others_were_charged_or_what_is_long_past() {
        Sales sales = new Sales(market);
        ChargeId charge = sales.run(today);
        ChargeId old = sales.run(today.minusDays(40));
        Market elsewhere = new Market();
        refused(
                ErrorCode.NOT_FOUND,
                () ->
                        disputes.open(
                                elsewhere.bank,
                                new DisputeRequest(List.of(charge), Optional.empty(), "mine")));
        refused(ErrorCode.STATE_CONFLICT, () -> open(Optional.empty(), old));
        refused(ErrorCode.VALIDATION_FAILED, () -> open(Optional.empty()));
        refused(ErrorCode.VALIDATION_FAILED, () -> open(Optional.of(Money.cny("500.01")), charge));
        Dispute dispute = open(Optional.empty(), charge);
        refused(ErrorCode.NOT_FOUND, () -> disputes.find(elsewhere.airline, dispute.id()));
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> decide(market.operator, dispute, DisputeState.PARTIAL, "500.00"));
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> decide(market.operator, dispute, DisputeState.WITHDRAWN, null));
    }

    private Dispute open(Optional<Money> amount, ChargeId... charges) {
        return disputes.open(
                market.bank, new DisputeRequest(List.of(charges), amount, "not what was agreed"));
    }

    private Dispute decide(
            Caller who,
            Dispute dispute,
            DisputeState outcome,
            @org.jspecify.annotations.Nullable String award) {
        return disputes.decide(
                who,
                dispute.id(),
                new DisputeDecision(
                        outcome, Optional.ofNullable(award).map(Money::cny), "after the evidence"));
    }

    private static Caller operator(String name) {
        return new Caller(name, Set.of(Role.OPERATOR));
    }

    private static long hold(Dispute dispute) {
        return Purse.of(SettlementAccounts.hold(dispute.id().value(), CurrencyCode.CNY));
    }
}
