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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pending transfers, and what may become of them; on PostgreSQL.
class TwoPhaseTest {
    private static final Account WORLD = new Account("TEST", "world", Side.DEBIT, true);

    private final Exchange exchange = Exchange.get();
    private final LedgerService ledger = exchange.bean(LedgerService.class);
    private final String run = UUID.randomUUID().toString();
    private final Account mine = new Account("TEST", "mine:" + run, Side.CREDIT, false);
    private final Account yours = new Account("TEST", "yours:" + run, Side.CREDIT, false);
    private final Account theirs = new Account("TEST", "theirs:" + run, Side.CREDIT, false);

    @BeforeEach
    void put_money_in() {
        ledger.postNow(request("in", new Leg(WORLD, mine, 100)));
    }

    @Test
    void a_part_is_posted_and_the_rest_is_given_back() {
        TransferId held =
                ledger.pending(
                        request("held", new Leg(mine, yours, 60), new Leg(mine, theirs, 30)));

        assertThat(ledger.post(held, List.of(25L, 0L))).isTrue();

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(75, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(25, 0));
        assertThat(ledger.balance(theirs)).isEqualTo(new Balance(0, 0));
        assertThat(ledger.post(held, List.of(25L, 0L))).isFalse();
    }

    @Test
    void only_who_gets_less_bears_the_hold() {
        Account owed = new Account("TEST", "owed:" + run, Side.DEBIT, false);
        ledger.postNow(request("lent", new Leg(owed, mine, 50)));

        TransferId comes = ledger.pending(request("comes", new Leg(WORLD, yours, 1000)));
        TransferId paidBack = ledger.pending(request("back", new Leg(mine, owed, 50)));

        assertThat(ledger.balance(yours)).isEqualTo(new Balance(0, 0));
        assertThat(ledger.balance(owed)).isEqualTo(new Balance(50, 50));
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(150, 50));
        ledger.post(comes);
        ledger.post(paidBack);
        assertThat(ledger.balance(owed)).isEqualTo(new Balance(0, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(1000, 0));
    }

    @Test
    void more_than_was_set_aside_or_nothing_is_no_part() {
        TransferId held = ledger.pending(request("held", new Leg(mine, yours, 60)));

        assertThatThrownBy(() -> ledger.post(held, List.of(61L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.post(held, List.of(0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.post(held, List.of(1L, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 60));
    }

    @Test
    void all_in_parts_is_all() {
        TransferId held = ledger.pending(request("held", new Leg(mine, yours, 60)));

        assertThat(ledger.post(held, List.of(60L))).isTrue();
        assertThat(ledger.post(held)).isFalse();
    }

    @Test
    void who_resolves_it_in_another_way_is_told_the_first_outcome() {
        TransferId voided = ledger.pending(request("a", new Leg(mine, yours, 10)));
        TransferId posted = ledger.pending(request("b", new Leg(mine, yours, 10)));
        TransferId part = ledger.pending(request("c", new Leg(mine, yours, 10)));
        ledger.voidPending(voided);
        ledger.post(posted);
        ledger.post(part, List.of(4L));

        refused(() -> ledger.post(voided), "was voided at");
        refused(() -> ledger.voidPending(posted), "was posted at");
        refused(() -> ledger.post(posted, List.of(4L)), "was posted at");
        refused(() -> ledger.post(part), "was posted in part at");
        refused(() -> ledger.post(part, List.of(5L)), "was posted in part at");
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(86, 0));
    }

    @Test
    void what_nobody_resolves_in_time_is_given_back() {
        Instant end = exchange.clock().instant().plusSeconds(5);
        TransferId late = ledger.pending(request("late", new Leg(mine, yours, 10)), end);
        TransferId posted = ledger.pending(request("posted", new Leg(mine, yours, 20)), end);
        assertThat(ledger.expire(late)).isFalse();
        ledger.post(posted);

        exchange.clock().advance(Duration.ofSeconds(6));
        refused(() -> ledger.post(late), "expired at " + end);
        assertThat(ledger.overdue(1000)).contains(late).doesNotContain(posted);
        assertThat(ledger.expire(late)).isTrue();
        assertThat(ledger.expire(late)).isFalse();

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(80, 0));
        refused(() -> ledger.voidPending(late), "expired at");
        assertThat(ledger.find(run + "/late").orElseThrow().state())
                .isEqualTo(TransferState.EXPIRED);
    }

    private static void refused(ThrowingCallable call, String outcome) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.STATE_CONFLICT);
                            assertThat(refusal.detail()).contains(outcome);
                        });
    }

    private TransferRequest request(String key, Leg... legs) {
        return new TransferRequest(run + "/" + key, List.of(legs), "TEST", run);
    }
}
