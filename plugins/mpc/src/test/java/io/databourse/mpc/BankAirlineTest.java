package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scenario of the demo: which of a bank's wealthy customers fly often in a high tier. 462 do.
class BankAirlineTest {
    private static final Path SAMPLES = Path.of("../../samples/s2-bank-airline");
    private static final int TARGETS = 462;

    @ParameterizedTest
    @ValueSource(strings = {"psi", "psi-verified", "psi-distributed", "psi-ecdh"})
    void the_bank_gets_462_customers_in_every_form(String task) throws IOException {
        var job = job(task);
        var expected = ClearTextPsi.of(job);
        assertThat(expected.tables().get("p1"))
                .hasSize(TARGETS)
                .startsWith(
                        List.of("BK000000"),
                        List.of("BK000026"),
                        List.of("BK000027"),
                        List.of("BK000033"),
                        List.of("BK000046"));
        new Kit(job, expected).check(job);
    }

    @Test
    void the_bank_gets_the_number_462_where_it_may_only_count() throws IOException {
        var job = counting(job("psi"));
        new Kit(
                        job,
                        new Expectation(
                                new Outcome.Completed(1),
                                Map.of("p1", List.of(List.of((long) TARGETS)))))
                .check(job);
    }

    private static TckCase counting(TckCase job) {
        return PsiCases.of("psi-cardinality", job.withData("p1", PsiCases::joinOnly));
    }

    private static TckCase job(String task) throws IOException {
        var bank =
                CsvRows.read(SAMPLES.resolve("bank.csv"))
                        .where("aum_cny", aum -> isBetween(aum, 500_000, 6_000_000));
        var airline =
                CsvRows.read(SAMPLES.resolve("airline.csv"))
                        .where("tier", Set.of("GOLD", "PLATINUM")::contains)
                        .where("flights_12m", flights -> isBetween(flights, 12, 10_000));
        var job =
                PsiCases.job(
                        bank.data(
                                Map.of(
                                        "join",
                                        List.of("mobile"),
                                        "result",
                                        List.of("customer_id"))),
                        airline.data(Map.of("join", List.of("mobile"))));
        boolean direct = task.equals("psi-distributed") || task.equals("psi-ecdh");
        return PsiCases.of(task, direct ? PsiCases.distributed(job) : job);
    }

    private static boolean isBetween(String number, long least, long most) {
        long value = Long.parseLong(number);
        return value >= least && value <= most;
    }

    private record Kit(TckCase usual, Expectation expected) implements ComputePluginTck {
        @Override
        public ComputePlugin plugin() {
            return new MpcPlugin();
        }

        @Override
        public Expectation clearText(TckCase job) {
            return expected;
        }
    }
}
