package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.harness.Exchange;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Corrections are new entries, keys mean one thing, and the past stays; on PostgreSQL.
class ReversalTest {
    private static final Account WORLD = new Account("TEST", "world", Side.DEBIT, true);

    private final Exchange exchange = Exchange.get();
    private final LedgerService ledger = exchange.bean(LedgerService.class);
    private final String run = UUID.randomUUID().toString();
    private final Account mine = new Account("TEST", "mine:" + run, Side.CREDIT, false);
    private final Account yours = new Account("TEST", "yours:" + run, Side.CREDIT, false);

    @Test
    void a_reversal_moves_back_what_was_moved_once() {
        ledger.postNow(request("in", WORLD, mine, 100));
        TransferId paid = ledger.postNow(request("paid", mine, yours, 30));

        TransferId back = ledger.reverse(paid, run + "/back", "wrong price");

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(0, 0));
        assertThat(ledger.entries(yours, Long.MAX_VALUE, 10))
                .extracting(Entry::debit)
                .containsExactly(30L, 0L);
        assertThat(ledger.reverse(paid, run + "/back", "wrong price")).isEqualTo(back);
        refused(
                ErrorCode.STATE_CONFLICT,
                "was reversed by " + back,
                () -> ledger.reverse(paid, run + "/again", "wrong price"));
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 0));
    }

    @Test
    void only_the_part_that_was_posted_is_moved_back() {
        ledger.postNow(request("in", WORLD, mine, 100));
        TransferId held = ledger.pending(request("held", mine, yours, 30));
        refused(
                ErrorCode.STATE_CONFLICT,
                "is PENDING",
                () -> ledger.reverse(held, run + "/early", "early"));
        ledger.post(held, List.of(12L));

        ledger.reverse(held, run + "/back", "back");

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(0, 0));
    }

    @Test
    void what_is_spent_is_not_moved_back() {
        TransferId in = ledger.postNow(request("in", WORLD, mine, 100));
        ledger.postNow(request("paid", mine, yours, 30));

        assertThatThrownBy(() -> ledger.reverse(in, run + "/back", "back"))
                .isInstanceOf(InsufficientBalance.class);
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(70, 0));
    }

    @Test
    void a_key_that_is_used_for_something_else_is_refused() {
        TransferId in = ledger.postNow(request("in", WORLD, mine, 100));
        ledger.pending(request("held", mine, yours, 1));
        ledger.reverse(ledger.postNow(request("out", mine, yours, 1)), run + "/back", "back");

        reused(() -> ledger.postNow(request("in", WORLD, mine, 99)));
        reused(() -> ledger.postNow(request("in", WORLD, yours, 100)));
        reused(() -> ledger.pending(request("in", WORLD, mine, 100)));
        reused(() -> ledger.postNow(request("held", mine, yours, 1)));
        reused(() -> ledger.postNow(request("back", yours, mine, 1)));
        reused(() -> ledger.reverse(in, run + "/in", "TEST"));
        reused(() -> ledger.reverse(in, run + "/back", "back"));
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 1));
    }

    @Test
    void a_batch_answers_a_key_that_is_used_for_something_else() {
        ledger.postNow(request("in", WORLD, mine, 100));
        ledger.pending(request("held", mine, yours, 1));
        List<TransferRequest> batch =
                List.of(
                        request("in", WORLD, mine, 100),
                        request("in", WORLD, mine, 101),
                        request("held", mine, yours, 1),
                        request("new", mine, yours, 2),
                        request("new", mine, yours, 3),
                        request("new", mine, yours, 2));

        assertThat(ledger.postAll(batch))
                .containsExactly(
                        BatchOutcome.REPLAYED,
                        BatchOutcome.KEY_REUSED,
                        BatchOutcome.KEY_REUSED,
                        BatchOutcome.POSTED,
                        BatchOutcome.KEY_REUSED,
                        BatchOutcome.REPLAYED);
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(2, 0));
    }

    @Test
    void the_balance_of_any_time_can_be_asked_for() {
        Instant before = exchange.clock().instant().minusMillis(1);
        ledger.postNow(request("in", WORLD, mine, 100));
        Instant first = later();
        ledger.postAll(List.of(request("a", mine, yours, 30), request("b", mine, yours, 20)));
        Instant second = later();
        ledger.pending(request("held", mine, yours, 10));
        ledger.postNow(request("c", mine, yours, 1));

        assertThat(ledger.balanceAt(mine, before)).isZero();
        assertThat(ledger.balanceAt(mine, first)).isEqualTo(100);
        assertThat(ledger.balanceAt(mine, second)).isEqualTo(50);
        assertThat(ledger.balanceAt(yours, second)).isEqualTo(50);
        assertThat(ledger.balanceAt(mine, later())).isEqualTo(49);
        assertThat(ledger.balanceAt(new Account("TEST", "none", Side.CREDIT, false), second))
                .isZero();
    }

    private Instant later() {
        exchange.clock().advance(Duration.ofSeconds(1));
        Instant now = exchange.clock().instant();
        exchange.clock().advance(Duration.ofSeconds(1));
        return now;
    }

    private static void reused(ThrowingCallable call) {
        refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, "for something else", call);
    }

    private static void refused(ErrorCode code, String detail, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.detail()).contains(detail);
                        });
    }

    private TransferRequest request(String key, Account debit, Account credit, long amount) {
        return new TransferRequest(
                run + "/" + key, List.of(new Leg(debit, credit, amount)), "TEST", run);
    }
}
