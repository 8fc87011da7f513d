package io.databourse.settlement;

import io.databourse.ledger.Account;
import io.databourse.ledger.Account.Side;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;

/// The accounts between which settlement moves money. None can be overdrawn; what somebody owes the
/// exchange stands in an account of its own, on the other side.
public final class SettlementAccounts {
    private SettlementAccounts() {}

    /// Of signed contracts, not yet earned.
    public static Account reserved(MerchantId buyer, CurrencyCode currency) {
        return credit(currency, "buyer_reserved:" + buyer);
    }

    public static Account prepaid(MerchantId buyer, CurrencyCode currency) {
        return credit(currency, "buyer_prepaid:" + buyer);
    }

    /// What a buyer has used beyond the price of its contract.
    public static Account owedByBuyer(MerchantId buyer, CurrencyCode currency) {
        return debit(currency, "buyer_receivable:" + buyer);
    }

    /// What the exchange owes somebody for its part in sales.
    public static Account payable(MerchantId party, PartnerRole role, CurrencyCode currency) {
        return credit(currency, payableName(party, role));
    }

    /// What somebody owes back that had been paid out already.
    public static Account owedBack(MerchantId party, PartnerRole role, CurrencyCode currency) {
        return debit(currency, "receivable:" + payableName(party, role));
    }

    public static Account feeRevenue(CurrencyCode currency) {
        return credit(currency, "exchange_fee_revenue");
    }

    public static Account vatPayable(CurrencyCode currency) {
        return credit(currency, "vat_payable");
    }

    /// Money in dispute, each dispute apart.
    public static Account hold(String dispute, CurrencyCode currency) {
        return credit(currency, "dispute_hold:" + dispute);
    }

    /// Given to the bank, not yet known to have arrived.
    public static Account payoutClearing(CurrencyCode currency) {
        return credit(currency, "payout_clearing");
    }

    /// What the bank holds for the exchange; the bank is simulated, as the name says.
    public static Account cash(CurrencyCode currency) {
        return new Account(currency.name(), "cash_simulated", Side.DEBIT, true);
    }

    private static String payableName(MerchantId party, PartnerRole role) {
        String kind =
                switch (role) {
                    case PROVIDER -> "merchant_payable:";
                    case ALGORITHM -> "algorithm_payable:";
                    case CHANNEL -> "channel_payable:";
                };
        return kind + party;
    }

    private static Account credit(CurrencyCode currency, String name) {
        return new Account(currency.name(), name, Side.CREDIT, false);
    }

    private static Account debit(CurrencyCode currency, String name) {
        return new Account(currency.name(), name, Side.DEBIT, false);
    }
}
