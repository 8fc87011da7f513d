package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.ledger.Account.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a batch is checked for before it is written.
class LedgerAuditTest {
    private final AccountRow payer = account("payer", 90);
    private final AccountRow payee = account("payee", 10);

    @Test
    void a_batch_that_keeps_the_rules_is_sound() {
        assertThatCode(() -> check(entry(payer, 10, 0), entry(payee, 0, 10)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_transfer_that_makes_something_from_nothing_is_not() {
        assertThatThrownBy(() -> check(entry(payer, 9, 0), entry(payee, 0, 10)))
                .hasMessageContaining("creates -1");
    }

    @Test
    void a_balance_that_is_not_the_last_entrys_is_not() {
        EntryRow last = entry(payee, 0, 10);
        last.balanceAfter = 11;
        assertThatThrownBy(() -> check(entry(payer, 10, 0), last))
                .hasMessageContaining("payee is not what its entries say");
    }

    @Test
    void an_account_with_less_than_is_set_aside_is_not() {
        payer.held = 91;
        assertThatThrownBy(() -> check(entry(payer, 10, 0), entry(payee, 0, 10)))
                .hasMessageContaining("payer is overdrawn");
    }

    private void check(EntryRow... entries) {
        LedgerAudit.requireSound(List.of(entries), List.of(payer, payee));
    }

    private static AccountRow account(String id, long posted) {
        AccountRow row = new AccountRow();
        row.id = id;
        row.normal = Side.CREDIT;
        row.posted = posted;
        return row;
    }

    private static EntryRow entry(AccountRow account, long debit, long credit) {
        EntryRow entry = new EntryRow();
        entry.transferId = "tfr_1";
        entry.accountId = account.id;
        entry.debit = debit;
        entry.credit = credit;
        entry.balanceAfter = account.posted;
        return entry;
    }
}
