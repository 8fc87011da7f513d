package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.harness.Exchange;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// On PostgreSQL.
class LedgerBatchTest {
    private static final Account WORLD = new Account("TEST", "world", Side.DEBIT, true);

    private final LedgerService ledger = Exchange.get().bean(LedgerService.class);
    private final String run = UUID.randomUUID().toString();
    private final Account mine = account("mine");
    private final Account yours = account("yours");

    @Test
    void a_batch_leaves_alone_what_is_held_and_mixes_with_single_transfers() {
        ledger.postNow(request("in", WORLD, mine, 100));
        TransferId held = ledger.pending(request("held", mine, yours, 70));

        Exchange.get()
                .inTransaction(() -> {
                    ledger.postNow(request("one", mine, yours, 5));
                    var results = ledger.postAll(List.of(request("a", mine, yours, 26)));
                    assertThat(results).containsExactly(BatchOutcome.INSUFFICIENT);
                    ledger.postAll(List.of(request("b", mine, yours, 20)));
                    assertThat(ledger.balance(mine)).isEqualTo(new Balance(75, 70));
                    return ledger.post(held);
                });

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(5, 0));
        assertThat(ledger.balance(yours)).isEqualTo(new Balance(95, 0));
    }

    @Test
    void a_batch_is_undone_with_its_transaction() {
        assertThatThrownBy(() ->
                        Exchange.get()
                                .inTransaction(() -> {
                                    ledger.postAll(List.of(request("in", WORLD, mine, 1)));
                                    throw new IllegalStateException("cut");
                                }))
                .hasMessageContaining("cut");

        assertThat(ledger.balance(mine)).isEqualTo(new Balance(0, 0));
        assertThat(ledger.find(run + "/in")).isEmpty();
    }

    private Account account(String name) {
        return new Account("TEST", name + ":" + run, Side.CREDIT, false);
    }

    private TransferRequest request(String key, Account debit, Account credit, long amount) {
        return new TransferRequest(
                run + "/" + key, List.of(new Leg(debit, credit, amount)), "TEST", run);
    }
}
