package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.dispatch.Condition;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobEvent;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.dispatch.JobStep;
import io.databourse.dispatch.OtherInput;
import io.databourse.dispatch.Progress;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Seen;
import io.databourse.harness.SimulatedNode;
import io.databourse.harness.SimulatedNode.Behaviour;
import io.databourse.harness.SimulatedNode.Report;
import io.databourse.json.Json;
import io.databourse.ledger.LedgerService;
import io.databourse.membership.Answer;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionType;
import io.databourse.membership.NodeId;
import io.databourse.money.Money;
import io.databourse.order.WalletService;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JobTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final JobService jobs = exchange.bean(JobService.class);

    @Test
    void a_delivered_job_consumes_one_unit_and_is_paid_once() {
        Contract contract = market.contract();
        Job job = market.start(contract);
        exchange.settle();

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.DELIVERED);
        assertThat(end.resultRows()).contains(462L);
        assertThat(end.history())
                .extracting(JobStep::state)
                .containsExactly(
                        JobState.REQUESTED,
                        JobState.AUTHORIZING,
                        JobState.AUTHORIZED,
                        JobState.PLACING,
                        JobState.RUNNING,
                        JobState.REVIEWING,
                        JobState.DELIVERING,
                        JobState.DELIVERED);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
        assertThat(exchange.bean(WalletService.class).view(market.bank).reserved())
                .isEqualTo(Money.cny("4500.00"));
        assertThat(exchange.bean(LedgerService.class).proof().balanced()).isTrue();
        assertThat(market.bankNode.received(InstructionType.FINISH_JOB)).hasSize(1);
        assertThat(market.airlineNode.received(InstructionType.DELIVER_RESULT)).isEmpty();
    }

    @Test
    void the_receipt_of_a_delivered_job_is_signed_by_the_exchange() {
        Job job = market.start(market.contract());
        exchange.settle();

        var receipt = Json.tree(jobs.receipt(market.bank, job.id()));
        String document = receipt.path("document").asText();
        assertThat(
                        SignatureVerifier.verifyDocument(
                                Pem.certificate(receipt.path("certificate").asText()),
                                document,
                                receipt.path("signature").asText()))
                .isTrue();
        assertThat(Json.tree(document).path("price").path("amount").asText()).isEqualTo("500.00");
        assertThat(Json.tree(document).path("reports")).hasSize(3);
    }

    @Test
    @Tag("K02")
    void a_job_starts_only_when_all_nodes_accepted_the_same_definition() {
        Contract contract = market.contract();
        market.airlineNode.behave(asleep());
        Job job = market.start(contract);
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.AUTHORIZING);
        assertThat(market.bankNode.received(InstructionType.START_JOB)).isEmpty();

        market.airlineNode.behave(Behaviour.GOOD);
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void each_data_party_is_given_its_own_section_and_no_other() {
        Job job = market.start(market.contract());
        exchange.settle();

        assertThat(prepared(market.bankNode, job)).contains("customers").doesNotContain("GOLD");
        assertThat(prepared(market.airlineNode, job)).contains("GOLD").doesNotContain("customers");
        assertThat(prepared(market.computeNode, job)).isEqualTo("null");
    }

    @Test
    void a_node_that_refuses_ends_the_job_and_nothing_is_charged() {
        Contract contract = market.contract();
        market.airlineNode.behave(
                answering(
                        InstructionType.PREPARE_JOB, SimulatedNode.refused("COLUMN_NOT_ALLOWED")));
        Job job = market.start(contract);
        exchange.settle();

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.REFUSED);
        assertThat(end.code()).contains("COLUMN_NOT_ALLOWED");
        assertNothingCharged(contract);
        // The node gives the run back, too.
        assertThat(market.bankNode.received(InstructionType.ABORT_JOB))
                .singleElement()
                .satisfies(told -> assertThat(told.payload()).contains(contract.id().value()));
    }

    @Test
    void an_acceptance_that_does_not_verify_ends_the_job() {
        Contract contract = market.contract();
        market.bankNode.behave(
                answering(
                        InstructionType.PREPARE_JOB,
                        SimulatedNode.done(
                                Map.of("definitionHash", "sm3:00", "acceptance", "AAAA"))));
        Job job = market.start(contract);
        exchange.settle();

        assertThat(market.find(job).code()).contains("SIGNATURE_REFUSED");
        assertNothingCharged(contract);
    }

    @Test
    void a_result_below_the_minimum_is_refused_and_not_charged() {
        Contract contract = market.contract();
        Behaviour tooFew = reporting(Report.refused("RESULT_BELOW_MINIMUM"));
        market.bankNode.behave(tooFew);
        market.airlineNode.behave(tooFew);
        market.computeNode.behave(tooFew);
        Job job = market.start(contract);
        exchange.settle();

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.REFUSED);
        assertThat(end.code()).contains("RESULT_BELOW_MINIMUM");
        assertThat(end.resultRows()).isEmpty();
        assertNothingCharged(contract);
        assertThat(market.bankNode.received(InstructionType.DELIVER_RESULT)).isEmpty();
    }

    @Test
    @Tag("K01")
    void a_job_that_lost_a_node_is_tried_again_and_charged_once() {
        Contract contract = market.contract();
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.of(
                                attempt == 1
                                        ? Report.failed("NODE_RESTARTED", "RESOURCES")
                                        : Report.completed());
                    }
                });
        Job job = market.start(contract);
        exchange.settle();
        assertThat(market.find(job).attempt()).isEqualTo(2);
        exchange.clock().advance(Duration.ofSeconds(3));
        sayHello();
        exchange.settle();

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.DELIVERED);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
        assertThat(deliveries(job)).isEqualTo(1);
        assertThat(market.bankNode.received(InstructionType.ABORT_JOB)).hasSize(1);
    }

    @Test
    void after_three_lost_attempts_the_job_has_failed() {
        Contract contract = market.contract();
        market.airlineNode.behave(reporting(Report.failed("NODE_RESTARTED", "RESOURCES")));
        Job job = market.start(contract);
        for (int i = 0; i < 3; i++) {
            exchange.settle();
            exchange.clock().advance(Duration.ofSeconds(10));
            sayHello();
        }

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.attempt()).isEqualTo(3);
        assertThat(end.blame()).contains("RESOURCES");
        assertNothingCharged(contract);
    }

    @Test
    void a_failure_of_the_plugin_is_not_tried_again() {
        Contract contract = market.contract();
        market.airlineNode.behave(reporting(Report.failed("BUG", "PLUGIN")));
        Job job = market.start(contract);
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.FAILED);
        assertThat(market.find(job).attempt()).isEqualTo(1);
        assertNothingCharged(contract);
    }

    @Test
    void a_report_said_twice_counts_once() {
        Contract contract = market.contract();
        Job job = market.start(contract);
        exchange.settle();

        Instruction started = startOf(market.bankNode, job);
        market.bankNode.report(started, Report.completed());
        market.bankNode.report(started, Report.refused("RESULT_BELOW_MINIMUM"));
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(deliveries(job)).isEqualTo(1);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
    }

    @Test
    void a_late_report_of_an_earlier_attempt_is_ignored() {
        Contract contract = market.contract();
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return attempt == 1 ? Optional.empty() : Optional.of(Report.completed());
                    }
                });
        Job job = market.start(contract);
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.RUNNING);
        Instruction first = startOf(market.airlineNode, job);

        exchange.clock().advance(Duration.ofMinutes(30));
        exchange.watch();
        assertThat(market.find(job).attempt()).isEqualTo(2);
        market.airlineNode.report(first, Report.failed("BUG", "PLUGIN"));
        exchange.clock().advance(Duration.ofSeconds(3));
        sayHello();
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(quota(contract).consumed()).isEqualTo(1);
    }

    @Test
    void a_report_with_a_foreign_signature_is_refused() {
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.empty();
                    }
                });
        Job job = market.start(market.contract());
        exchange.settle();

        assertThatThrownBy(() -> jobs.report(market.airlineNode.id(), job.id(), 1, "{}", "AAAA"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(ErrorCode.SIGNATURE_REFUSED));
        assertThat(market.find(job).state()).isEqualTo(JobState.RUNNING);
        jobs.cancel(market.bank, job.id());
    }

    @Test
    void the_eleventh_run_of_ten_is_refused() {
        Contract contract = market.contract();
        for (int run = 0; run < 10; run++) {
            market.start(contract);
        }

        assertRefused(ErrorCode.QUOTA_EXHAUSTED, () -> market.start(contract));
        exchange.settle();
        assertRefused(ErrorCode.QUOTA_EXHAUSTED, () -> market.start(contract));
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 10));
        assertThat(exchange.bean(WalletService.class).view(market.bank).reserved().isZero())
                .isTrue();
    }

    @Test
    void a_job_outside_the_contract_is_refused_and_holds_nothing() {
        Contract contract = market.contract();
        JobRequest good = market.request(contract);

        assertRefused(
                ErrorCode.TASK_NOT_ALLOWED,
                () ->
                        jobs.start(
                                market.bank,
                                new JobRequest(
                                        contract.id(),
                                        "mpc/sum",
                                        good.purpose(),
                                        good.own(),
                                        good.provider())));
        assertRefused(
                ErrorCode.PURPOSE_NOT_ALLOWED,
                () ->
                        jobs.start(
                                market.bank,
                                new JobRequest(
                                        contract.id(),
                                        good.task(),
                                        "credit",
                                        good.own(),
                                        good.provider())));
        assertRefused(
                ErrorCode.COLUMN_NOT_ALLOWED,
                () ->
                        jobs.start(
                                market.bank,
                                new JobRequest(
                                        contract.id(),
                                        good.task(),
                                        good.purpose(),
                                        good.own(),
                                        new OtherInput(
                                                List.of("mobile"),
                                                List.of(
                                                        new Condition(
                                                                "member_id",
                                                                Condition.Operator.EQ,
                                                                List.of("M1")))))));
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 0));
    }

    @Test
    void a_job_needs_all_nodes_connected() {
        Contract contract = market.contract();
        exchange.clock().advance(Duration.ofMinutes(10));
        market.bankNode.sayHello();
        market.computeNode.sayHello();

        assertRefused(ErrorCode.NODE_OFFLINE, () -> market.start(contract));
        assertThat(jobs.preview(market.bank, market.request(contract)).warnings()).hasSize(1);
    }

    @Test
    void a_cancelled_job_is_aborted_at_the_nodes_and_not_charged() {
        Contract contract = market.contract();
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.empty();
                    }
                });
        Job job = market.start(contract);
        exchange.settle();
        jobs.cancel(market.bank, job.id());
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(market.airlineNode.received(InstructionType.ABORT_JOB)).hasSize(1);
        assertNothingCharged(contract);
        assertRefused(ErrorCode.STATE_CONFLICT, () -> jobs.cancel(market.bank, job.id()));
    }

    @Test
    void progress_is_shown_and_word_of_strangers_is_not() {
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.empty();
                    }
                });
        Job job = market.start(market.contract());
        exchange.settle();
        jobs.progress(market.airlineNode.id(), job.id(), new Progress(1, "tags", 5, 10, "rows"));
        jobs.progress(new NodeId("nod_stranger"), job.id(), new Progress(1, "tags", 9, 10, "rows"));

        assertThat(jobs.find(market.airline, job.id()).parties())
                .filteredOn(party -> party.done() > 0)
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.done()).isEqualTo(5);
                    assertThat(party.state()).isEqualTo("RUNNING");
                });
        // How many rows the other has is not for the buyer.
        assertThat(jobs.find(market.bank, job.id()).parties())
                .filteredOn(party -> party.done() > 0)
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.done()).isEqualTo(50);
                    assertThat(party.total()).isEqualTo(100);
                    assertThat(party.unit()).isEqualTo("percent");
                });
        jobs.cancel(market.bank, job.id());
    }

    @Test
    void what_a_node_finds_in_its_rows_is_told_at_once_and_to_their_owner_alone() {
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.empty();
                    }
                });
        Job job = market.start(market.contract());
        exchange.settle();
        Progress repeated = new Progress(1, "found-repeated-keys", 1570, 2139, "rows");
        jobs.progress(market.airlineNode.id(), job.id(), repeated);
        jobs.progress(market.airlineNode.id(), job.id(), repeated);
        jobs.progress(
                market.airlineNode.id(), job.id(), new Progress(1, "found-x", 1, 2, "<b>rows</b>"));
        jobs.progress(
                market.airlineNode.id(), job.id(), new Progress(2, "found-no-keys", 0, 0, ""));
        jobs.progress(new NodeId("nod_stranger"), job.id(), repeated);

        assertThat(jobs.find(market.airline, job.id()).history())
                .filteredOn(step -> step.about().isPresent())
                .extracting(JobStep::detail)
                .containsExactly(
                        "1,570 of 2,139 rows repeat the key of another row."
                                + " 全部 2,139 行中有 1,570 行的标识与其他行重复。");
        assertThat(jobs.find(market.bank, job.id()).history())
                .noneMatch(step -> step.about().isPresent());
        assertThat(jobs.find(market.bank, job.id()).parties())
                .noneMatch(party -> party.phase().startsWith("found"));
        jobs.cancel(market.bank, job.id());
    }

    @Test
    void a_stranger_sees_no_job() {
        Job job = market.start(market.contract());
        Market other = new Market();

        assertRefused(ErrorCode.NOT_FOUND, () -> jobs.find(other.bank, job.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> jobs.receipt(other.airline, job.id()));
    }

    private void sayHello() {
        market.airlineNode.sayHello();
        market.bankNode.sayHello();
        market.computeNode.sayHello();
    }

    private Quota quota(Contract contract) {
        return exchange.bean(QuotaService.class).view(contract.id());
    }

    private void assertNothingCharged(Contract contract) {
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 0));
        assertThat(exchange.bean(WalletService.class).view(market.bank).reserved())
                .isEqualTo(Money.cny("5000.00"));
        assertThat(exchange.bean(LedgerService.class).proof().balanced()).isTrue();
    }

    private long deliveries(Job job) {
        return exchange.bean(Seen.class).jobs().stream()
                .filter(event -> event instanceof JobEvent.Delivered)
                .filter(event -> event.job().jobId().equals(job.id()))
                .count();
    }

    private static Instruction startOf(SimulatedNode node, Job job) {
        return node.received(InstructionType.START_JOB).stream()
                .filter(each -> job.id().value().equals(SimulatedNode.payload(each).get("jobId")))
                .findFirst()
                .orElseThrow();
    }

    private static String prepared(SimulatedNode node, Job job) {
        return node.received(InstructionType.PREPARE_JOB).stream()
                .map(SimulatedNode::payload)
                .filter(payload -> job.id().value().equals(payload.get("jobId")))
                .map(payload -> String.valueOf(payload.get("section")))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Behaviour asleep() {
        return new Behaviour() {
            @Override
            public boolean isAwake() {
                return false;
            }
        };
    }

    private static Behaviour reporting(Report report) {
        return new Behaviour() {
            @Override
            public Optional<Report> report(int attempt) {
                return Optional.of(report);
            }
        };
    }

    private static Behaviour answering(InstructionType type, Answer answer) {
        return new Behaviour() {
            @Override
            public Optional<Answer> answer(Instruction instruction) {
                return instruction.type() == type ? Optional.of(answer) : Optional.empty();
            }
        };
    }
}
