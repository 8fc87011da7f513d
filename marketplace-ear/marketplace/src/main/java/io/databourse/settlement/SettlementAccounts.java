package io.databourse.settlement;

import io.databourse.ledger.Account;
import io.databourse.ledger.ChartOfAccounts;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;

/// The accounts between which settlement moves money.
public final class SettlementAccounts {
    private SettlementAccounts() {}

    public static Account reserved(MerchantId buyer, CurrencyCode currency) {
        return ChartOfAccounts.BUYER_RESERVED.in(currency.name(), buyer.value());
    }

    public static Account prepaid(MerchantId buyer, CurrencyCode currency) {
        return ChartOfAccounts.BUYER_PREPAID.in(currency.name(), buyer.value());
    }

    public static Account owedByBuyer(MerchantId buyer, CurrencyCode currency) {
        return ChartOfAccounts.BUYER_RECEIVABLE.in(currency.name(), buyer.value());
    }

    /// What the exchange owes somebody for its part in sales.
    public static Account payable(MerchantId party, PartnerRole role, CurrencyCode currency) {
        return payables(role).in(currency.name(), party.value());
    }

    /// What somebody owes back that had been paid out already.
    public static Account owedBack(MerchantId party, PartnerRole role, CurrencyCode currency) {
        return ChartOfAccounts.RECEIVABLE.in(currency.name(), payables(role).nameOf(party.value()));
    }

    public static Account feeRevenue(CurrencyCode currency) {
        return ChartOfAccounts.EXCHANGE_FEE_REVENUE.in(currency.name());
    }

    public static Account vatPayable(CurrencyCode currency) {
        return ChartOfAccounts.VAT_PAYABLE.in(currency.name());
    }

    public static Account hold(String dispute, CurrencyCode currency) {
        return ChartOfAccounts.DISPUTE_HOLD.in(currency.name(), dispute);
    }

    /// What was paid for and expired unused.
    public static Account breakage(CurrencyCode currency) {
        return ChartOfAccounts.BREAKAGE.in(currency.name());
    }

    public static Account payoutClearing(CurrencyCode currency) {
        return ChartOfAccounts.PAYOUT_CLEARING.in(currency.name());
    }

    public static Account cash(CurrencyCode currency) {
        return ChartOfAccounts.CASH_SIMULATED.in(currency.name());
    }

    private static ChartOfAccounts payables(PartnerRole role) {
        return switch (role) {
            case PROVIDER -> ChartOfAccounts.MERCHANT_PAYABLE;
            case ALGORITHM -> ChartOfAccounts.ALGORITHM_PAYABLE;
            case CHANNEL -> ChartOfAccounts.CHANNEL_PAYABLE;
        };
    }
}
