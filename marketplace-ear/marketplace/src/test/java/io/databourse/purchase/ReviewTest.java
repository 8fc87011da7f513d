package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobReview;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.dispatch.ReviewService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.harness.Seen;
import io.databourse.harness.SimulatedNode.Behaviour;
import io.databourse.harness.SimulatedNode.Report;
import io.databourse.json.Json;
import io.databourse.membership.InstructionType;
import io.databourse.money.Money;
import io.databourse.order.WalletService;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final String HASH = "ab".repeat(32);

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final JobService jobs = exchange.bean(JobService.class);

    @Test
    void a_held_result_waits_for_days_and_nothing_of_it_leaves() {
        Contract contract = Rooms.contract(market);
        Job job = held(contract);
        exchange.clock().advance(Duration.ofDays(13));
        exchange.watch();
        exchange.settle();

        Job waiting = market.find(job);
        assertThat(waiting.state()).isEqualTo(JobState.REVIEWING);
        JobReview review = waiting.review().orElseThrow();
        assertThat(review.state()).isEqualTo(JobReview.State.PENDING);
        assertThat(review.sha256()).isEqualTo(HASH);
        assertThat(review.verdict()).contains("REVIEW");
        assertThat(review.reviewers()).isEqualTo(1);
        assertThat(market.bankNode.received(InstructionType.DELIVER_RESULT)).isEmpty();
        assertThat(market.airlineNode.received(InstructionType.FINISH_JOB)).hasSize(1);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 1, 0));
    }

    @Test
    void a_released_result_is_handed_over_by_a_further_attempt_and_charged_once() {
        Contract contract = Rooms.contract(market);
        Job job = held(contract);
        release(job);

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.DELIVERED);
        assertThat(end.attempt()).isEqualTo(2);
        assertThat(end.review().orElseThrow().state()).isEqualTo(JobReview.State.RELEASED);
        var prepared = market.airlineNode.received(InstructionType.PREPARE_JOB);
        assertThat(parameters(prepared.getFirst().payload()).has("release")).isFalse();
        assertThat(parameters(prepared.getLast().payload()).path("release").asText())
                .isEqualTo(HASH);
        assertThat(parameters(prepared.getLast().payload()).path("sql").asText())
                .isEqualTo(Rooms.SQL);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
        assertThat(reserved()).isEqualTo(Money.cny("4500.00"));
        var receipt =
                Json.tree(Json.tree(jobs.receipt(market.bank, job.id())).path("document").asText());
        assertThat(receipt.path("review").path("sha256").asText()).isEqualTo(HASH);
        assertThat(receipt.path("review").path("reviewers").asInt()).isEqualTo(1);
        assertThat(events(job))
                .containsSubsequence("Started", "Held", "Released", "Started", "Delivered");
    }

    @Test
    void a_rejected_result_ends_the_job_and_nothing_is_charged() {
        Contract contract = Rooms.contract(market);
        Job job = held(contract);
        market.airlineNode.review(job, 1, HASH, "REJECTED", "li");
        exchange.settle();

        assertRefused(job, "RESULT_REJECTED");
        assertThat(market.find(job).review().orElseThrow().reason()).contains("looked at");
        assertNothingCharged(contract);
        assertThat(events(job)).containsSubsequence("Held", "Rejected", "Refused");
        // The node gives the run back, too.
        assertThat(market.airlineNode.received(InstructionType.ABORT_JOB))
                .singleElement()
                .satisfies(told -> assertThat(told.payload()).contains(contract.id().value()));
    }

    @Test
    void a_result_that_nobody_decides_about_is_given_up_after_fourteen_days() {
        Contract contract = Rooms.contract(market);
        Job job = held(contract);
        exchange.clock().advance(Duration.ofDays(14).plusMinutes(1));
        exchange.watch();
        exchange.settle();

        assertRefused(job, "REVIEW_TIMED_OUT");
        assertNothingCharged(contract);
        assertThatThrownBy(() -> market.airlineNode.review(job, 1, HASH, "RELEASED", "li"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STATE_CONFLICT));
    }

    @Test
    void a_contract_that_ends_during_a_review_ends_the_job_and_nothing_is_charged() {
        Contract contract = Rooms.contract(market);
        Job job = heldThreeDaysBeforeTheEnd(contract);
        assertThat(market.find(job).review().orElseThrow().until())
                .isEqualTo(contract.policy().notAfter());
        exchange.clock().advance(Duration.ofDays(3).plusMinutes(1));
        exchange.watch();
        exchange.settle();

        assertRefused(job, "CONTRACT_EXPIRED");
        assertThat(quota(contract).held()).isZero();
        assertThat(quota(contract).consumed()).isZero();
        assertThat(market.bankNode.received(InstructionType.DELIVER_RESULT)).isEmpty();
    }

    @Test
    void what_is_released_too_late_for_the_contract_is_not_handed_over() {
        Contract contract = Rooms.contract(market);
        Job job = heldThreeDaysBeforeTheEnd(contract);
        exchange.clock().advance(Duration.ofDays(3).plusMinutes(1));
        // The watch has not come by yet.
        release(job);

        assertRefused(job, "CONTRACT_EXPIRED");
        assertThat(quota(contract).held()).isZero();
        assertThat(quota(contract).consumed()).isZero();
        assertThat(market.airlineNode.received(InstructionType.PREPARE_JOB)).hasSize(1);
    }

    @Test
    void the_consumer_may_cancel_while_the_result_waits() {
        Contract contract = Rooms.contract(market);
        Job job = held(contract);
        jobs.cancel(market.bank, job.id());
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertNothingCharged(contract);
    }

    @Test
    void reviewers_may_be_faster_than_the_last_report() {
        Contract contract = Rooms.contract(market);
        holdsFirst();
        market.bankNode.behave(reporting(Optional.empty()));
        Job job = Rooms.start(market, contract);
        exchange.settle();
        market.airlineNode.review(job, 1, HASH, "RELEASED", "li");
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.RUNNING);

        market.bankNode.behave(Behaviour.GOOD);
        market.bankNode.report(
                market.bankNode.received(InstructionType.START_JOB).getLast(), Report.completed());
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
    }

    @Test
    void the_same_review_again_changes_nothing_and_the_contrary_is_refused() {
        Contract contract = Rooms.contract(market);
        Job job = held(contract);
        release(job);
        market.airlineNode.review(job, 1, HASH, "RELEASED", "li");
        exchange.settle();

        assertThat(market.find(job).attempt()).isEqualTo(2);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
        assertNotTaken(
                ErrorCode.STATE_CONFLICT,
                () -> market.airlineNode.review(job, 1, HASH, "REJECTED", "li"));
    }

    @Test
    void only_the_owners_node_decides_and_only_about_what_it_holds() {
        Job job = held(Rooms.contract(market));
        assertNotTaken(
                ErrorCode.NOT_FOUND, () -> market.bankNode.review(job, 1, HASH, "RELEASED", "li"));
        assertNotTaken(
                ErrorCode.VALIDATION_FAILED,
                () ->
                        exchange.bean(ReviewService.class)
                                .take(market.airlineNode.id(), "{}", "c2ln"));
        market.airlineNode.review(job, 1, "cd".repeat(32), "RELEASED", "li");
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.REVIEWING);
    }

    @Test
    void two_reviewers_must_agree_where_the_contract_says_so() {
        String two = Rooms.RULES.replace("\"reviewers\":1", "\"reviewers\":2");
        Job job = held(Rooms.contract(market, two));
        assertNotTaken(
                ErrorCode.VALIDATION_FAILED,
                () -> market.airlineNode.review(job, 1, HASH, "RELEASED", "li"));
        assertNotTaken(
                ErrorCode.VALIDATION_FAILED,
                () -> market.airlineNode.review(job, 1, HASH, "RELEASED", "li", "li"));
        market.airlineNode.review(job, 1, HASH, "RELEASED", "li", "wang");
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(market.find(job).review().orElseThrow().reviewers()).isEqualTo(2);
    }

    @Test
    void a_lost_delivery_of_a_released_result_is_tried_again() {
        Contract contract = Rooms.contract(market);
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.of(
                                switch (attempt) {
                                    case 1, 2, 4, 5 -> Report.failed("LOST", "RESOURCES");
                                    case 3 -> Report.held(HASH);
                                    default -> Report.completed();
                                });
                    }
                });
        Job job = Rooms.start(market, contract);
        goOn(3);
        market.airlineNode.review(job, 3, HASH, "RELEASED", "li");
        goOn(3);

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.DELIVERED);
        assertThat(end.attempt()).isEqualTo(6);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
    }

    private void goOn(int times) {
        for (int i = 0; i < times; i++) {
            exchange.settle();
            exchange.clock().advance(Duration.ofSeconds(10));
            market.airlineNode.sayHello();
            market.bankNode.sayHello();
        }
    }

    private void release(Job job) {
        market.airlineNode.sayHello();
        market.bankNode.sayHello();
        market.airlineNode.review(job, 1, HASH, "RELEASED", "li");
        exchange.settle();
    }

    private Job held(Contract contract) {
        holdsFirst();
        Job job = Rooms.start(market, contract);
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.REVIEWING);
        return job;
    }

    private Job heldThreeDaysBeforeTheEnd(Contract contract) {
        Duration left = Duration.between(exchange.clock().instant(), contract.policy().notAfter());
        exchange.clock().advance(left.minus(Duration.ofDays(3)));
        market.airlineNode.sayHello();
        market.bankNode.sayHello();
        return held(contract);
    }

    private void holdsFirst() {
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.of(attempt == 1 ? Report.held(HASH) : Report.completed());
                    }
                });
    }

    private static Behaviour reporting(Optional<Report> report) {
        return new Behaviour() {
            @Override
            public Optional<Report> report(int attempt) {
                return report;
            }
        };
    }

    private static com.fasterxml.jackson.databind.JsonNode parameters(String payload) {
        return Json.tree(Json.tree(payload).path("definition").asText()).path("parameters");
    }

    private List<String> events(Job job) {
        return exchange.bean(Seen.class).jobs().stream()
                .filter(event -> event.job().jobId().equals(job.id()))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private void assertRefused(Job job, String code) {
        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.REFUSED);
        assertThat(end.code()).contains(code);
    }

    private void assertNothingCharged(Contract contract) {
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 0));
        assertThat(reserved()).isEqualTo(Money.cny("5000.00"));
    }

    private Money reserved() {
        return exchange.bean(WalletService.class).view(market.bank).reserved();
    }

    private Quota quota(Contract contract) {
        return exchange.bean(QuotaService.class).view(contract.id());
    }

    private static void assertNotTaken(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
