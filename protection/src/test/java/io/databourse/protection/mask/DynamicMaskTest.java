package io.databourse.protection.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.crypto.SecretBytes;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicMaskTest {
    private final ProtectionKey key = new ProtectionKey(SecretBytes.owning(new byte[32]));

    @ParameterizedTest
    @CsvSource({
        "whoever, 110101199003071234, 110***********1234",
        "whoever, 11010519491231002x, 110***********002x",
        "whoever, 13812345678, 138****5678",
        "whoever, 王小明, ***",
        "whoever, 𠮷野, **",
        "whoever, a 110101199003071234, ********************",
        "litres, 1234567.10, 1234567.10",
        "litres, -5, -5",
        "share, 1e-7, 1e-7",
        "sum, 1234567890, **********",
        "code, 42, **",
        "customerId, 42, **",
        "customer_id, 42, **",
        "paid, 42, 42",
        "客户编号, 42, **",
        "工资, 12000, *****",
        "day, 2026-11-21, 2026-11-21",
        "at, 2026-11-21T08:00:00+08:00, 2026-11-21T08:00:00+08:00",
        "birth_date, 1990-03-07, **********",
        "postcode, 007, ***",
        "done, true, true"
    })
    void a_column_that_nobody_named_shows_what_can_hardly_be_about_a_person(
            String column, String value, String seen) {
        assertThat(mask(Map.of(), List.of(column), List.of(value))).containsExactly(seen);
    }

    @Test
    void a_named_column_has_its_method_and_naming_an_absent_one_changes_nothing() {
        var policy =
                Map.<String, ColumnMask>of(
                        "name", new ColumnMask.Stars(1, 0),
                        "note", new ColumnMask.Keep(),
                        "account", new ColumnMask.Digits(0, 0, "account"),
                        "gone", new ColumnMask.Keep());
        var seen =
                mask(
                        policy,
                        List.of("name", "note", "account", "rest", "none"),
                        List.of("𠮷野家", "call 110", "6222-0000", "x", ""));
        assertThat(seen.get(0)).isEqualTo("𠮷**");
        assertThat(seen.get(1)).isEqualTo("call 110");
        assertThat(seen.get(2)).matches("\\d{4}-\\d{4}").isNotEqualTo("6222-0000");
        assertThat(seen.subList(3, 5)).containsExactly("*", "");
    }

    @Test
    void a_method_that_cannot_work_shows_nothing() {
        var policy =
                Map.<String, ColumnMask>of(
                        "opened", new ColumnMask.Shift(30, "gone"),
                        "salary", new ColumnMask.Range(java.math.BigDecimal.TEN));
        assertThat(mask(policy, List.of("opened", "salary"), List.of("2026-11-21", "secret")))
                .containsExactly("", "");
    }

    @Test
    void a_columns_name_that_is_somebodys_number_is_masked_too() {
        var mask =
                DynamicMask.of(
                        DynamicMask.Policy.NONE, key, List.of("110101199003071234", "litres"));
        assertThat(mask.columns()).containsExactly("110***********1234", "litres");
    }

    @Test
    void a_policy_with_a_number_below_its_least_is_refused() {
        var policy = new DynamicMask.Policy(Map.of("a", new ColumnMask.Stars(-1, 0)));
        assertThatThrownBy(policy::check).isInstanceOf(TableException.class);
    }

    private List<String> mask(
            Map<String, ColumnMask> policy, List<String> columns, List<String> row) {
        return DynamicMask.of(new DynamicMask.Policy(policy), key, columns).mask(row);
    }
}
