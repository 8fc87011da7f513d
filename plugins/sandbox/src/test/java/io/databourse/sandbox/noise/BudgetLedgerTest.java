package io.databourse.sandbox.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.plugin.testkit.MemoryJournal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BudgetLedgerTest {
    private static final Epsilon TENTH = Epsilon.of("0.1");
    private static final Epsilon TOTAL = Epsilon.of("1");

    private final MemoryJournal journal = new MemoryJournal();
    private final BudgetLedger ledger = new BudgetLedger(journal);

    @Test
    void each_query_takes_of_the_budget_until_it_is_exhausted() throws Exception {
        for (int i = 1; i <= 10; i++) {
            Epsilon spent = new Epsilon(BigInteger.valueOf(i), BigInteger.TEN);
            assertThat(ledger.debit("r" + i, TENTH, TOTAL))
                    .isEqualTo(new Debit.Granted(TOTAL.less(spent)));
        }
        assertThat(ledger.debit("r11", Epsilon.of("0.000000000001"), TOTAL))
                .isEqualTo(new Debit.Exhausted(Epsilon.ZERO));
        assertThat(ledger.spent()).isEqualTo(TOTAL);
    }

    @Test
    void a_release_is_debited_once() throws Exception {
        ledger.debit("r1", TENTH, TOTAL);
        assertThat(ledger.debit("r1", TENTH, TOTAL))
                .isEqualTo(new Debit.Repeated(Epsilon.of("0.9")));
        assertThat(new BudgetLedger(journal).debit("r1", TENTH, TOTAL))
                .isEqualTo(new Debit.Repeated(Epsilon.of("0.9")));
        assertThatThrownBy(() -> ledger.debit("r1", Epsilon.of("0.2"), TOTAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_budget_that_was_lowered_grants_nothing_more() throws Exception {
        ledger.debit("r1", Epsilon.of("0.5"), TOTAL);
        assertThat(ledger.debit("r2", TENTH, Epsilon.of("0.3")))
                .isEqualTo(new Debit.Exhausted(Epsilon.ZERO));
    }

    @Test
    void jobs_that_run_at_once_spend_no_more_than_the_budget() throws Exception {
        List<Callable<Debit>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String release = "r" + i;
            asked.add(() -> new BudgetLedger(journal).debit(release, TENTH, TOTAL));
        }
        int granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Debit> debit : threads.invokeAll(asked)) {
                granted += debit.get() instanceof Debit.Granted ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(10);
        assertThat(ledger.spent()).isEqualTo(TOTAL);
    }

    @Test
    void entries_of_other_kinds_cost_nothing() throws Exception {
        journal.append(0, "query/1 select".getBytes(StandardCharsets.UTF_8));
        ledger.debit("r1", TENTH, TOTAL);
        assertThat(ledger.spent()).isEqualTo(TENTH);
    }

    @Test
    void an_entry_of_a_later_version_stops_the_budget() {
        journal.append(0, "budget/2 r1 1/10 x".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ledger.debit("r2", TENTH, TOTAL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_release_id_is_one_plain_word() {
        for (String release : List.of("", "a b", "a\nb", "x".repeat(101))) {
            assertThatThrownBy(() -> ledger.debit(release, TENTH, TOTAL))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
