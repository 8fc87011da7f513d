package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.harness.Exchange;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    @Test
    void random_batches_do_what_a_plain_model_predicts() {
        Random random = new Random(20261121);
        List<Account> accounts = new ArrayList<>(List.of(WORLD));
        for (int i = 0; i < 7; i++) {
            accounts.add(account("random-" + i));
        }
        Map<String, Long> model = new HashMap<>();
        Set<String> posted = new HashSet<>();
        for (int batch = 0; batch < 40; batch++) {
            List<TransferRequest> requests = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int key = random.nextInt(6000);
                Random content = new Random(key);
                int from = content.nextInt(accounts.size());
                int to = (from + 1 + content.nextInt(accounts.size() - 1)) % accounts.size();
                requests.add(
                        request(
                                "random-" + key,
                                accounts.get(from),
                                accounts.get(to),
                                1 + content.nextInt(100)));
            }
            List<BatchOutcome> results = ledger.postAll(requests);
            for (int i = 0; i < requests.size(); i++) {
                predict(requests.get(i), results.get(i), model, posted);
            }
            for (Account account : accounts.subList(1, accounts.size())) {
                assertThat(ledger.balance(account).posted())
                        .isEqualTo(model.getOrDefault(account.name(), 0L));
            }
        }
        assertThat(posted).hasSizeGreaterThan(1000);
        assertThat(ledger.proof().balanced()).isTrue();
    }

    private static void predict(
            TransferRequest request,
            BatchOutcome result,
            Map<String, Long> model,
            Set<String> posted) {
        Leg leg = request.legs().getFirst();
        long has = model.getOrDefault(leg.debit().name(), 0L);
        if (posted.contains(request.key())) {
            assertThat(result).isEqualTo(BatchOutcome.REPLAYED);
        } else if (!leg.debit().equals(WORLD) && has < leg.amount()) {
            assertThat(result).isEqualTo(BatchOutcome.INSUFFICIENT);
        } else {
            assertThat(result).isEqualTo(BatchOutcome.POSTED);
            posted.add(request.key());
            model.merge(leg.debit().name(), -leg.amount(), Long::sum);
            model.merge(leg.credit().name(), leg.amount(), Long::sum);
        }
    }

    private Account account(String name) {
        return new Account("TEST", name + ":" + run, Side.CREDIT, false);
    }

    private TransferRequest request(String key, Account debit, Account credit, long amount) {
        return new TransferRequest(
                run + "/" + key, List.of(new Leg(debit, credit, amount)), "TEST", run);
    }
}
