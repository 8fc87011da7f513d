package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChartOfAccountsTest {
    @Test
    void an_account_is_named_after_its_kind_and_owner() {
        assertThat(ChartOfAccounts.VAT_PAYABLE.in("CNY").name()).isEqualTo("vat_payable");
        assertThat(ChartOfAccounts.BUYER_PREPAID.in("CNY", "mer_1").name())
                .isEqualTo("buyer_prepaid:mer_1");
        assertThat(ChartOfAccounts.UNUSED.named("RUNS", "unused:ctr_1/pck_2"))
                .isEqualTo(ChartOfAccounts.UNUSED.in("RUNS", "ctr_1/pck_2"));
        assertThatThrownBy(() -> ChartOfAccounts.UNUSED.named("RUNS", "used:ctr_1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_what_stands_for_the_outside_world_can_be_overdrawn() {
        assertThat(
                        Arrays.stream(ChartOfAccounts.values())
                                .filter(kind -> kind.in("CNY").mayGoNegative()))
                .containsExactlyInAnyOrder(ChartOfAccounts.CASH_SIMULATED, ChartOfAccounts.ISSUED);
    }
}
