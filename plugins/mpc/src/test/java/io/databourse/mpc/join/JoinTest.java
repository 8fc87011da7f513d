package io.databourse.mpc.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.RichCases;
import io.databourse.mpc.TwoOwnersTck;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTest implements TwoOwnersTck {

    @Override
    public TckCase job(TckCase psi) {
        return RichCases.of("psi-join", psi, "score", "customer_id", "miles");
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextJoin.of(job);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1000, 1000", "16384, 0", "16384, 5000", "16384, 16384"})
    void large_sets_give_the_twins_result(int size, int common) {
        checkSizes(size, size, common);
    }

    @Test
    void all_own_rows_of_a_key_get_the_first_of_the_other_owners_rows() {
        var same = Collections.nCopies(500, "13800000000");
        check(job(same, same));
        assertThat(clearText(job(same, same)).tables().get("p1")).hasSize(500);
    }

    @Test
    void a_record_that_is_longer_than_agreed_is_refused_before_anything_is_sent() {
        checkEnds(with("labelBytes", "16"), Expectation.refused(Outcome.Reason.INPUT_UNUSABLE));
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
