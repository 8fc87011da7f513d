package io.databourse.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.crypto.Digest;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.evidence.EvidenceService;
import io.databourse.harness.Exchange;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.CallAnswer.Result;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On PostgreSQL, with quota, ledger and evidence.
class CallIngestTest {
    private final Exchange exchange = Exchange.get();
    private final ReceiptBook receipts = exchange.bean(ReceiptBook.class);
    private final Gateway gateway = new Gateway(20);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void each_call_has_a_receipt_that_the_exchange_has_signed() {
        CallAnswers answers = gateway.report(hits(5));

        assertThat(answers.items()).extracting(CallAnswer::result).containsOnly(Result.ACCEPTED);
        var book = receipts.list(gateway.market.bank, gateway.contract, 1, 9, first(50)).items();
        assertThat(book)
                .extracting(SignedReceipt::counter)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
        assertThat(book)
                .allSatisfy(receipt -> {
                    assertThat(receipt.batch().statement()).contains(receipt.batch().root());
                    assertThat(isSigned(receipt.batch())).isTrue();
                    assertThat(isInTree(receipt)).isTrue();
                });
        assertThat(answers.items())
                .extracting(answer -> answer.receipt().orElseThrow().document())
                .containsExactlyInAnyOrderElementsOf(
                        book.stream().map(SignedReceipt::document).toList());
        assertThat(consumed()).isEqualTo(5);
    }

    private boolean isSigned(MeterBatch batch) {
        return SignatureVerifier.verifyDocument(
                exchange.bean(ExchangeKeys.class).signerCertificate(),
                batch.statement(),
                batch.signature());
    }

    private static boolean isInTree(SignedReceipt receipt) {
        return MerkleVerifier.inclusion(
                MerkleHash.leaf(receipt.document().getBytes(StandardCharsets.UTF_8)),
                receipt.position(),
                receipt.batch().calls(),
                receipt.path().stream().map(Digest::parse).toList(),
                Digest.parse(receipt.batch().root()));
    }

    @Test
    void receipts_are_read_by_their_numbers_page_by_page_and_by_the_parties_only() {
        gateway.report(hits(7));

        var page = receipts.list(gateway.market.bank, gateway.contract, 2, 6, first(3));
        assertThat(page.items()).extracting(SignedReceipt::counter).containsExactly(2L, 3L, 4L);
        var rest =
                receipts.list(
                        gateway.market.airline,
                        gateway.contract,
                        2,
                        6,
                        new PageRequest(3, page.next()));
        assertThat(rest.items()).extracting(SignedReceipt::counter).containsExactly(5L, 6L);
        assertThat(rest.next()).isEmpty();
        Caller stranger = new Caller("stranger", Set.of());
        assertThatThrownBy(() -> receipts.list(stranger, gateway.contract, 1, 9, first(9)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_batch_that_is_sent_again_changes_nothing_even_when_the_quota_is_used_up() {
        List<CallReport> calls = hits(20);
        CallAnswers first = gateway.report(calls);
        gateway.settle();
        String before = books();

        CallAnswers again = gateway.report(calls);
        gateway.settle();
        assertThat(again.items()).extracting(CallAnswer::result).containsOnly(Result.DUPLICATE);
        assertThat(again.items())
                .extracting(CallAnswer::receipt)
                .isEqualTo(first.items().stream().map(CallAnswer::receipt).toList());
        assertThat(again.batches()).isEqualTo(first.batches());
        assertThat(books()).isEqualTo(before);
    }

    @Test
    void what_is_beyond_the_quota_is_refused_one_by_one() {
        CallAnswers answers = gateway.report(hits(25));

        assertThat(answers.accepted()).isEqualTo(20);
        assertThat(answers.refused()).isEqualTo(5);
        assertThat(codes(answers)).containsExactly(ErrorCode.QUOTA_EXHAUSTED);
        assertThat(consumed()).isEqualTo(20);
        assertThat(gateway.report(List.of(gateway.call(CallOutcome.ERROR))).accepted())
                .as("an error takes no unit")
                .isEqualTo(1);
    }

    @Test
    void a_frozen_contract_takes_no_calls() {
        exchange.bean(QuotaLeases.class)
                .freeze(gateway.market.operator, gateway.contract, true, "a complaint");

        assertThat(codes(gateway.report(hits(2)))).containsExactly(ErrorCode.QUOTA_FROZEN);
        assertThat(consumed()).isZero();
    }

    @Test
    void an_id_that_is_used_for_another_call_is_refused_and_put_on_record() {
        CallReport first = gateway.call(CallOutcome.HIT);
        gateway.report(List.of(first));
        CallReport other = withRows(first, 4);

        CallAnswers answers = gateway.report(List.of(other, first, first, withRows(first, 5)));
        assertThat(answers.items())
                .extracting(CallAnswer::result)
                .containsExactly(
                        Result.REFUSED, Result.DUPLICATE, Result.DUPLICATE, Result.REFUSED);
        assertThat(codes(answers)).containsExactly(ErrorCode.CONFLICT);
        assertThat(gateway.report(List.of(first, first)).items())
                .extracting(CallAnswer::result)
                .containsExactly(Result.DUPLICATE, Result.DUPLICATE);
        assertThat(consumed()).isEqualTo(1);
        assertThat(
                        exchange.bean(EvidenceService.class)
                                .entries(
                                        gateway.market.operator,
                                        Optional.of("calls/" + gateway.market.airlineMerchant.id()),
                                        first(9))
                                .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.document()).contains(first.id().toString()));
    }

    @Test
    void the_same_call_twice_in_a_report_is_counted_once() {
        CallReport call = gateway.call(CallOutcome.HIT);
        CallAnswers answers = gateway.report(List.of(call, call));

        assertThat(answers.items())
                .extracting(CallAnswer::result)
                .containsExactly(Result.ACCEPTED, Result.DUPLICATE);
        assertThat(answers.items().get(1).receipt()).isEqualTo(answers.items().get(0).receipt());
        assertThat(consumed()).isEqualTo(1);
    }

    @Test
    void all_or_nothing_is_written_if_the_caller_wants_it_so() {
        List<CallReport> calls = new ArrayList<>(hits(3));
        calls.add(gateway.call(CallOutcome.HIT, gateway.now().plus(Duration.ofMinutes(6))));
        CallAnswers none = gateway.reportAtOnce(calls);
        assertThat(none.items())
                .extracting(CallAnswer::result)
                .containsExactly(
                        Result.NOT_WRITTEN, Result.NOT_WRITTEN, Result.NOT_WRITTEN, Result.REFUSED);
        assertThat(codes(none)).containsExactly(ErrorCode.IN_FUTURE);

        assertThat(codes(gateway.reportAtOnce(hits(21))))
                .containsExactly(ErrorCode.QUOTA_EXHAUSTED);

        CallAnswers all = gateway.reportAtOnce(hits(20));
        assertThat(all.accepted()).isEqualTo(20);
        assertThat(consumed()).isEqualTo(20);
    }

    @Test
    void a_batch_that_fails_at_its_end_leaves_nothing_behind() {
        CallReport served = gateway.call(CallOutcome.HIT);
        gateway.report(List.of(served));
        gateway.settle();
        String before = books();

        CallAnswers answers =
                gateway.reportAtOnce(
                        Stream.concat(
                                        hits(3).stream(),
                                        Stream.of(
                                                gateway.reversal(served), gateway.reversal(served)))
                                .toList());
        gateway.settle();
        assertThat(answers.items())
                .extracting(CallAnswer::result)
                .containsExactly(
                        Result.NOT_WRITTEN,
                        Result.NOT_WRITTEN,
                        Result.NOT_WRITTEN,
                        Result.NOT_WRITTEN,
                        Result.REFUSED);
        assertThat(books()).isEqualTo(before);
    }

    @Test
    void only_the_provider_reports_the_calls_of_a_contract() {
        var ingest = exchange.bean(CallIngest.class);
        var reports = new CallReports(Optional.empty(), hits(1));

        assertThat(codes(ingest.report(gateway.market.bank, reports)))
                .containsExactly(ErrorCode.NOT_FOUND);
        assertThat(codes(ingest.report(gateway.market.bankNode.id(), reports)))
                .containsExactly(ErrorCode.NOT_FOUND);
        assertThat(ingest.report(gateway.market.airlineNode.id(), reports).accepted()).isEqualTo(1);
        assertThatThrownBy(() -> ingest.report(gateway.market.computeNode.id(), reports))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void late_calls_count_in_their_day_and_those_beyond_the_window_not_at_all() {
        var day = gateway.now().minus(Duration.ofDays(2));
        CallAnswers answers =
                gateway.report(
                        List.of(
                                gateway.call(CallOutcome.HIT, day),
                                gateway.call(CallOutcome.HIT, gateway.now()),
                                gateway.call(
                                        CallOutcome.HIT, gateway.now().minus(Duration.ofDays(4)))));

        assertThat(answers.accepted()).isEqualTo(2);
        assertThat(codes(answers)).containsExactly(ErrorCode.TOO_LATE);
        assertThat(consumed()).isEqualTo(2);
    }

    private List<CallReport> hits(int count) {
        return Stream.generate(() -> gateway.call(CallOutcome.HIT)).limit(count).toList();
    }

    private static CallReport withRows(CallReport call, long rows) {
        return new CallReport(
                call.id(),
                call.source(),
                call.contractId(),
                call.outcome(),
                Optional.of(rows),
                call.bytes(),
                call.cpuMillis(),
                call.turnover(),
                call.at(),
                call.reverses());
    }

    private static List<ErrorCode> codes(CallAnswers answers) {
        return answers.items().stream()
                .flatMap(answer -> answer.code().stream())
                .distinct()
                .toList();
    }

    private static PageRequest first(int limit) {
        return PageRequest.first(limit);
    }

    private long consumed() {
        gateway.settle();
        return quota().consumed();
    }

    private Quota quota() {
        return exchange.bean(QuotaService.class).view(gateway.contract);
    }

    /// All that a report could change.
    private String books() {
        return quota()
                + " "
                + receipts.list(gateway.market.bank, gateway.contract, 1, 99, first(99)).items()
                + exchange.bean(LedgerService.class).proof().balanced();
    }
}
