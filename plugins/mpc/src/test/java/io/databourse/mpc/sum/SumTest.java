package io.databourse.mpc.sum;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.mpc.PsiCases;
import io.databourse.mpc.RichCases;
import io.databourse.mpc.TwoOwnersTck;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumTest implements TwoOwnersTck {

    @Override
    public TckCase job(TckCase psi) {
        return RichCases.of("psi-sum", psi, "miles", "score").withData("p1", PsiCases::joinOnly);
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextSum.of(job);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1000, 1000", "16384, 0", "16384, 5000", "16384, 16384"})
    void large_sets_give_the_twins_sums(int size, int common) {
        checkSizes(size, size, common);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "5"})
    void values_have_as_many_decimals_as_asked_for(String decimals) {
        check(with("decimals", decimals));
    }

    @Test
    void counts_and_sums_are_rounded_to_the_nearest_multiple() {
        var rounded = with(Map.of("decimals", "1", "roundCountTo", "30", "roundSumsTo", "1000"));
        var exact = clearText(with("decimals", "1")).tables().get("p1");
        assertThat(exact).isEqualTo(List.of(List.of(40L, "98000000291.0", "-3315.7")));
        checkEnds(
                rounded,
                ClearTextPsi.result(rounded, List.of(List.of(30L, "98000000000.0", "-3000.0"))));
    }

    @Test
    void numbers_that_come_as_text_are_summed_and_other_text_is_refused() {
        var job = withTexts("1.25", " -3 ", "", null, "2e3");
        checkEnds(job, ClearTextPsi.result(job, List.of(List.of(5L, "1998.25"))));
        checkEnds(withTexts("many"), Expectation.refused(Outcome.Reason.INPUT_UNUSABLE));
    }

    @Test
    void values_that_could_overflow_are_refused() {
        var most = Long.MAX_VALUE / 100 + "";
        var job = withTexts(most);
        checkEnds(job, ClearTextPsi.result(job, List.of(List.of(1L, most + ".00"))));
        for (var more : List.of(most + "0", Long.MAX_VALUE + "", "1e400000000", "-1e18")) {
            checkEnds(withTexts(more), Expectation.refused(Outcome.Reason.INPUT_UNUSABLE));
        }
        checkEnds(withTexts(most, "-1"), Expectation.refused(Outcome.Reason.INPUT_UNUSABLE));
    }

    private TckCase with(Map<String, String> parameters) {
        return usual().withParameters(new Parameters(parameters));
    }

    /// Rows that all match, with these values at the other owner.
    private static TckCase withTexts(@Nullable String... values) {
        var keys = new ArrayList<String>();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var value : values) {
            List<@Nullable Object> row = new ArrayList<>();
            keys.add("1380000000" + rows.size());
            row.add(keys.getLast());
            row.add(value);
            rows.add(row);
        }
        var airline =
                new MemoryDataset(
                        new Schema(
                                List.of(
                                        new Schema.Column("mobile", Schema.Type.STRING, true),
                                        new Schema.Column("spent", Schema.Type.STRING, true))),
                        Map.of("join", List.of("mobile"), "result", List.of("spent")),
                        rows);
        return PsiCases.of(
                "psi-sum", PsiCases.job(PsiCases.joinOnly(PsiCases.bank(keys)), airline));
    }
}
