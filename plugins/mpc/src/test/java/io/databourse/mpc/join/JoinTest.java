package io.databourse.mpc.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.MpcPlugin;
import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.PsiCases;
import io.databourse.mpc.RichCases;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return join(PsiCases.mobiles());
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextJoin.of(job);
    }

    private static TckCase job(List<String> bank, List<String> airline) {
        return join(PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline)));
    }

    private static TckCase join(TckCase psi) {
        return RichCases.of("psi-join", psi, "score", "customer_id", "miles");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "1, 1",
        "2, 0",
        "2, 1",
        "2, 2",
        "3, 2",
        "1000, 0",
        "1000, 300",
        "1000, 1000",
        "16384, 0",
        "16384, 5000",
        "16384, 16384"
    })
    void the_result_is_that_of_the_twin_at_every_size_and_overlap(int size, int common) {
        var keys = PsiCases.keys(size, size, common);
        var job = job(keys.bank(), keys.airline());
        check(job);
        if (size <= 1000) { // it takes long, and larger sets are sent no other way
            checkNoSecretIsSeen(job);
        }
    }

    @Test
    void all_own_rows_of_a_key_get_the_first_of_the_other_owners_rows() {
        var same = Collections.nCopies(500, "13800000000");
        check(job(same, same));
        assertThat(clearText(job(same, same)).tables().get("p1")).hasSize(500);
    }

    @Test
    void one_match_fewer_than_the_minimum_is_refused_everywhere() {
        check(with(Parameters.MINIMUM_RESULT_SIZE, 41));
        check(with(Parameters.MINIMUM_RESULT_SIZE, 40));
    }

    @Test
    void a_record_that_is_longer_than_agreed_is_refused_before_anything_is_sent() {
        var run = with("labelBytes", 16);
        var refused = Expectation.refused(Outcome.Reason.INPUT_UNUSABLE);
        new JoinTest() {
            @Override
            public Expectation clearText(TckCase job) {
                return refused;
            }
        }.check(run);
    }

    private TckCase with(String parameter, int value) {
        return usual().withParameters(new Parameters(Map.of(parameter, value + "")));
    }

    @Test
    void columns_of_the_same_name_stand_beside_each_other() {
        var own = new Schema(List.of(column("id"), column("id_2"), column("x")));
        assertThat(OtherColumns.beside(own, List.of(column("id"), column("y"))).columns())
                .extracting(Schema.Column::name)
                .containsExactly("id", "id_2", "x", "id_2_2", "y");
    }

    private static Schema.Column column(String name) {
        return new Schema.Column(name, Schema.Type.STRING, true);
    }
}
