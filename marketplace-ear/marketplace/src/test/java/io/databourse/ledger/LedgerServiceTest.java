package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.harness.Exchange;
import io.databourse.harness.TestDatabase;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// On PostgreSQL.
class LedgerServiceTest {
    private static final Account WORLD = new Account("TEST", "world", Side.DEBIT, true);

    private final LedgerService ledger = Exchange.get().bean(LedgerService.class);
    private final String run = UUID.randomUUID().toString();
    private final Account mine = new Account("TEST", "mine:" + run, Side.CREDIT, false);
    private final Account yours = new Account("TEST", "yours:" + run, Side.CREDIT, false);

    @Test
    void a_posted_transfer_moves_and_the_same_key_moves_once() {
        TransferId first = ledger.postNow(request("in", WORLD, mine, 100));
        TransferId again = ledger.postNow(request("in", WORLD, mine, 100));

        assertThat(again).isEqualTo(first);
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 0));
        assertThat(ledger.entries(mine, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void a_batch_is_posted_in_its_order_and_what_cannot_be_keeps_nobody_else_from_being() {
        List<TransferRequest> batch =
                List.of(
                        request("in", WORLD, mine, 100),
                        request("a", mine, yours, 70),
                        request("b", mine, yours, 31),
                        request("a", mine, yours, 70),
                        request("c", mine, yours, 30),
                        request("back", yours, mine, 1));

        assertThat(ledger.postAll(batch))
                .containsExactly(
                        BatchOutcome.POSTED,
                        BatchOutcome.POSTED,
                        BatchOutcome.INSUFFICIENT,
                        BatchOutcome.REPLAYED,
                        BatchOutcome.POSTED,
                        BatchOutcome.POSTED);
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(1, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(99, 0));
        assertThat(ledger.entries(mine, Long.MAX_VALUE, 10))
                .extracting(Entry::balanceAfter)
                .containsExactly(1L, 0L, 30L, 100L);
        assertThat(ledger.postAll(batch)).contains(BatchOutcome.REPLAYED);
        assertThat(ledger.proof().balanced()).isTrue();
    }

    @Test
    void a_transfer_of_a_batch_is_all_or_nothing() {
        ledger.postNow(request("in", WORLD, mine, 10));
        var two =
                new TransferRequest(
                        run + "/two",
                        List.of(new Leg(mine, yours, 10), new Leg(mine, yours, 1)),
                        "test",
                        "subject");

        assertThat(ledger.postAll(List.of(two))).containsExactly(BatchOutcome.INSUFFICIENT);
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(10, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(0, 0));
    }

    @Test
    void a_batch_sees_what_its_transaction_has_done_before_and_the_other_way_round() {
        Exchange.get()
                .inTransaction(() -> {
                    ledger.postNow(request("in", WORLD, mine, 100));
                    ledger.postAll(List.of(request("a", mine, yours, 60)));
                    ledger.postNow(request("b", mine, yours, 40));
                    return run;
                });

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(0, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(100, 0));
    }

    @Test
    void what_is_pending_is_set_aside_until_it_is_posted_or_voided() {
        ledger.postNow(request("in", WORLD, mine, 100));
        TransferId kept = ledger.pending(request("a", mine, yours, 60));
        TransferId dropped = ledger.pending(request("b", mine, yours, 40));
        assertThat(ledger.balance(mine).available()).isZero();

        assertThat(ledger.post(kept)).isTrue();
        assertThat(ledger.post(kept)).isFalse();
        assertThat(ledger.voidPending(dropped)).isTrue();

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(40, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(60, 0));
        assertThatThrownBy(() -> ledger.post(dropped)).hasMessageContaining("was voided");
    }

    @Test
    void an_account_is_not_overdrawn_by_what_is_posted_or_pending() {
        ledger.postNow(request("in", WORLD, mine, 100));
        ledger.pending(request("a", mine, yours, 60));

        assertThatThrownBy(() -> ledger.postNow(request("b", mine, yours, 41)))
                .isInstanceOfSatisfying(
                        InsufficientBalance.class,
                        missing -> assertThat(missing.available()).isEqualTo(40));
        assertThat(ledger.balance(mine)).isEqualTo(new Balance(100, 60));
    }

    @Test
    void an_entry_tells_the_balance_after_it() {
        ledger.postNow(request("in", WORLD, mine, 100));
        ledger.postNow(request("out", mine, yours, 30));

        assertThat(ledger.entries(mine, Long.MAX_VALUE, 10))
                .extracting(Entry::balanceAfter)
                .containsExactly(70L, 100L);
    }

    @Test
    void every_ledger_sums_to_zero_and_every_balance_is_its_entries_sum() {
        ledger.postNow(request("in", WORLD, mine, 100));
        ledger.postNow(request("out", mine, yours, 30));

        LedgerProof proof = ledger.proof();

        assertThat(proof.balanced()).isTrue();
        assertThat(proof.ledgers()).allSatisfy(sum -> assertThat(sum.difference()).isZero());
    }

    @Test
    void the_schema_refuses_to_change_an_entry_and_to_delete_anything() {
        ledger.postNow(request("in", WORLD, mine, 100));

        assertThatThrownBy(() -> execute("update ledger_entry set debit = debit + 1"))
                .isInstanceOf(SQLException.class);
        for (String kept : List.of("entry", "leg", "transfer", "account")) {
            assertThatThrownBy(() -> execute("delete from ledger_" + kept))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private TransferRequest request(String key, Account debit, Account credit, long amount) {
        return new TransferRequest(
                run + "/" + key, List.of(new Leg(debit, credit, amount)), "TEST", run);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestDatabase.get().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
