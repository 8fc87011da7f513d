package io.databourse.sandbox.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetLedgerTest {
    private static final BudgetKey KEY = new BudgetKey("sales", "bank");
    private static final Epsilon TENTH = Epsilon.of("0.1");
    private static final Epsilon TOTAL = Epsilon.of("1");

    @TempDir Path folder;
    private BudgetLedger ledger;

    @BeforeEach
    void open() {
        ledger = new BudgetLedger(folder);
    }

    @Test
    void each_query_takes_of_the_budget_until_it_is_exhausted() throws IOException {
        for (int i = 1; i <= 10; i++) {
            assertThat(ledger.debit(KEY, "r" + i, TENTH, TOTAL))
                    .isEqualTo(new Debit.Granted(TOTAL.less(new Epsilon(n(i), n(10)))));
        }
        assertThat(ledger.debit(KEY, "r11", Epsilon.of("0.000000000001"), TOTAL))
                .isEqualTo(new Debit.Exhausted(Epsilon.ZERO));
        assertThat(ledger.spent(KEY)).isEqualTo(TOTAL);
    }

    @Test
    void a_release_is_debited_once() throws IOException {
        ledger.debit(KEY, "r1", TENTH, TOTAL);
        assertThat(ledger.debit(KEY, "r1", TENTH, TOTAL))
                .isEqualTo(new Debit.Repeated(Epsilon.of("0.9")));
        assertThat(new BudgetLedger(folder).debit(KEY, "r1", TENTH, TOTAL))
                .isEqualTo(new Debit.Repeated(Epsilon.of("0.9")));
        assertThatThrownBy(() -> ledger.debit(KEY, "r1", Epsilon.of("0.2"), TOTAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_buyer_spends_nothing_of_another_nor_of_another_data_set() throws IOException {
        ledger.debit(KEY, "r1", TOTAL, TOTAL);
        assertThat(ledger.debit(new BudgetKey("sales", "shop"), "r1", TENTH, TOTAL))
                .isInstanceOf(Debit.Granted.class);
        assertThat(ledger.debit(new BudgetKey("salesb", "ank"), "r1", TENTH, TOTAL))
                .isInstanceOf(Debit.Granted.class);
    }

    @Test
    void a_budget_that_was_lowered_grants_nothing_more() throws IOException {
        ledger.debit(KEY, "r1", Epsilon.of("0.5"), TOTAL);
        assertThat(ledger.debit(KEY, "r2", TENTH, Epsilon.of("0.3")))
                .isEqualTo(new Debit.Exhausted(Epsilon.ZERO));
    }

    @Test
    void threads_together_spend_no_more_than_the_budget() throws Exception {
        List<Callable<Debit>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String release = "r" + i;
            asked.add(() -> ledger.debit(KEY, release, TENTH, TOTAL));
        }
        int granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Debit> debit : threads.invokeAll(asked)) {
                granted += debit.get() instanceof Debit.Granted ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(10);
        assertThat(new BudgetLedger(folder).spent(KEY)).isEqualTo(TOTAL);
    }

    @Test
    void a_line_torn_at_any_byte_is_cut_off_and_the_lines_before_it_stay() throws IOException {
        ledger.debit(KEY, "r1", TENTH, TOTAL);
        byte[] one = Files.readAllBytes(file());
        ledger.debit(KEY, "r2", TENTH, TOTAL);
        byte[] two = Files.readAllBytes(file());
        for (int length = one.length; length < two.length; length++) {
            byte[] torn = java.util.Arrays.copyOf(two, length);
            Files.write(file(), torn);
            assertThat(new BudgetLedger(folder).spent(KEY)).isEqualTo(TENTH);
            assertThat(file()).hasBinaryContent(one);
            // A file system may have made room for the line and not have filled all of it.
            Files.write(file(), java.util.Arrays.copyOf(torn, two.length));
            assertThat(new BudgetLedger(folder).debit(KEY, "r2", TENTH, TOTAL))
                    .isEqualTo(new Debit.Granted(Epsilon.of("0.8")));
            assertThat(file()).hasBinaryContent(two);
        }
    }

    @Test
    void a_changed_or_missing_line_stops_the_budget() throws IOException {
        for (int i = 0; i < 5; i++) {
            ledger.debit(KEY, "r" + i, TENTH, TOTAL);
        }
        List<String> lines = Files.readAllLines(file());
        assertDamaged(lines.get(0) + "\n" + lines.get(2) + "\n");
        assertDamaged(String.join("\n", lines).replace(" 1/10 ", " 1/20 ") + "\n");
        assertDamaged(lines.get(0) + "\n" + lines.get(1).substring(9) + "\n" + lines.get(2) + "\n");
        assertDamaged(lines.get(0) + "\n" + "\0".repeat(400) + lines.get(4) + "\n");
        assertDamaged(lines.get(0) + "\n\0\n" + lines.get(1) + "\n");
    }

    @Test
    void a_file_that_became_shorter_under_a_running_ledger_stops_it() throws IOException {
        ledger.debit(KEY, "r1", TENTH, TOTAL);
        Files.write(file(), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> ledger.debit(KEY, "r2", TENTH, TOTAL))
                .isInstanceOf(DamagedLedgerException.class);
    }

    @Test
    void the_budget_of_another_buyer_cannot_be_put_in_place_of_an_exhausted_one()
            throws IOException {
        ledger.debit(KEY, "r1", TOTAL, TOTAL);
        Path exhausted = file();
        ledger.debit(new BudgetKey("sales", "shop"), "r1", TENTH, TOTAL);
        try (var files = Files.list(folder)) {
            Path other = files.filter(f -> !f.equals(exhausted)).findFirst().orElseThrow();
            Files.write(exhausted, Files.readAllBytes(other));
        }
        assertThatThrownBy(() -> new BudgetLedger(folder).spent(KEY))
                .isInstanceOf(DamagedLedgerException.class);
    }

    private void assertDamaged(String content) throws IOException {
        Files.writeString(file(), content, StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> new BudgetLedger(folder).debit(KEY, "new", TENTH, TOTAL))
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("damaged");
    }

    private Path file() {
        return folder.resolve(JournalLine.start(KEY) + ".budget");
    }

    private static java.math.BigInteger n(long value) {
        return java.math.BigInteger.valueOf(value);
    }
}
