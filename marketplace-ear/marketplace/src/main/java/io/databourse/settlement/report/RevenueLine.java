package io.databourse.settlement.report;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.YearMonth;

/// What a party earned in a month with one product from one buyer; refunds are taken off.
///
/// @param month of the books
/// @param gross what the buyer was charged
/// @param earned what is the party's of it
public record RevenueLine(
        YearMonth month,
        String productName,
        MerchantId buyer,
        String buyerName,
        long units,
        Money gross,
        Money earned) {}
