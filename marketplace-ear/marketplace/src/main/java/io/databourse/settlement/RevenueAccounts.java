package io.databourse.settlement;

import io.databourse.ledger.Account;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.pricing.RevenueSplit;
import java.util.List;

/// Where the shares of a charge go.
final class RevenueAccounts {
    private RevenueAccounts() {}

    /// Shares of nothing have no leg.
    static List<Leg> legs(RevenueSplit split, MerchantId consumer, MerchantId provider) {
        CurrencyCode currency = split.gross().currency();
        Account reserved = account(currency, "buyer_reserved:" + consumer);
        return List.of(
                        new Share("merchant_payable:" + provider, split.merchant().minor()),
                        new Share("exchange_fee_revenue", split.feeNet().minor()),
                        new Share("vat_payable", split.feeVat().minor()))
                .stream()
                .filter(share -> share.amount() > 0)
                .map(share -> new Leg(reserved, account(currency, share.to()), share.amount()))
                .toList();
    }

    private static Account account(CurrencyCode currency, String name) {
        return new Account(currency.name(), name, Side.CREDIT, false);
    }

    private record Share(String to, long amount) {}
}
