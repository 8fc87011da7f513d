package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.harness.Exchange;
import io.databourse.ledger.Account;
import io.databourse.ledger.LedgerService;
import io.databourse.money.CurrencyCode;

/// What lies in accounts, in fen.
public final class Purse {
    private Purse() {}

    public static long of(Account account) {
        return Exchange.get().bean(LedgerService.class).balance(account).posted();
    }

    public static long prepaid(Sales sales) {
        return of(SettlementAccounts.prepaid(sales.contract.consumer(), CurrencyCode.CNY));
    }

    public static long payable(Sales sales) {
        return of(
                SettlementAccounts.payable(
                        sales.contract.provider(), PartnerRole.PROVIDER, CurrencyCode.CNY));
    }

    public static long owedBack(Sales sales) {
        return of(
                SettlementAccounts.owedBack(
                        sales.contract.provider(), PartnerRole.PROVIDER, CurrencyCode.CNY));
    }

    public static boolean balanced() {
        return Exchange.get().bean(LedgerService.class).proof().balanced();
    }

    public static void refused(ErrorCode code, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
