package io.databourse.sandbox.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that debit one budget are killed; what they were granted stays spent.
class KilledLedgerTest {
    private static final BudgetKey KEY = new BudgetKey("sales", "bank");
    private static final Epsilon AMOUNT = Epsilon.of("0.001");
    private static final Epsilon TOTAL = Epsilon.of("1000");

    @TempDir Path folder;

    @Test
    @Timeout(120)
    void what_was_granted_before_a_kill_stays_spent() throws Exception {
        List<String> granted = new ArrayList<>();
        List<Process> processes = List.of(start("a"), start("b"));
        try {
            while (granted("a").size() < 20 || granted("b").size() < 20) {
                Thread.sleep(20);
            }
        } finally {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
        granted.addAll(granted("a"));
        granted.addAll(granted("b"));
        BudgetLedger ledger = new BudgetLedger(folder);
        for (String release : granted) {
            assertThat(ledger.debit(KEY, release, AMOUNT, TOTAL))
                    .isInstanceOf(Debit.Repeated.class);
        }
        // At most one debit a process was on the disk and not yet told.
        assertThat(ledger.spent(KEY))
                .isBetween(
                        new Epsilon(n(granted.size()), n(1000)),
                        new Epsilon(n(granted.size() + 2), n(1000)));
    }

    private List<String> granted(String name) throws IOException {
        String said = Files.readString(folder.resolve(name));
        return said.substring(0, said.lastIndexOf('\n') + 1).lines().toList();
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLedgerTest.class.getName(),
                        folder.toString(),
                        name)
                .redirectOutput(folder.resolve(name).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Debits until it is killed, and says each release that was granted on a line.
    static void main(String[] arguments) throws IOException {
        BudgetLedger ledger = new BudgetLedger(Path.of(arguments[0]));
        for (int i = 0; true; i++) {
            String release = arguments[1] + i;
            if (ledger.debit(KEY, release, AMOUNT, TOTAL) instanceof Debit.Granted) {
                System.out.println(release);
            }
        }
    }

    private static java.math.BigInteger n(long value) {
        return java.math.BigInteger.valueOf(value);
    }
}
