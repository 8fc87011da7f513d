package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.TckCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an owner sees whose file repeats ids: real data of 2,139 rows about 569 patients, against a
/// file with one row for each of them.
class RepeatedIdTest {
    private static final Path REAL = Path.of("../../../shared/data/real");
    private static final int PATIENTS = 569;
    private static final int ROWS = 2_139;
    private static final ComputePluginTck PROXY = new PsiTest();
    private static final ComputePluginTck DISTRIBUTED = new DistributedPsiTest();

    @Test
    void all_2139_rows_the_first_569_or_none_are_given_as_the_job_says() throws IOException {
        assumeTrue(
                Files.isDirectory(REAL),
                "skipped: the breast cancer data is not beside this project");
        check("all", ROWS);
        check("first", PATIENTS);
        var refused = job("refuse");
        assertThat(PROXY.clearText(refused).outcome()).isInstanceOf(Outcome.Refused.class);
        PROXY.check(refused);
        DISTRIBUTED.check(PsiCases.distributed(refused));
    }

    private static void check(String duplicates, int rows) throws IOException {
        var job = job(duplicates);
        assertThat(PROXY.clearText(job).tables().get("p1")).hasSize(rows);
        PROXY.check(job);
        DISTRIBUTED.check(PsiCases.distributed(job));
    }

    private static TckCase job(String duplicates) throws IOException {
        var guest = CsvRows.read(REAL.resolve("breast_hetero_guest_repeated_id.csv"));
        var host = CsvRows.read(REAL.resolve("breast_hetero_host.csv"));
        return PsiCases.job(
                        guest.data(Map.of("join", List.of("id"), "result", List.of("mock_id"))),
                        host.data(Map.of("join", List.of("id"))))
                .withParameters(new Parameters(Map.of("duplicates", duplicates)));
    }
}
