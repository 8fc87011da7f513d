package io.databourse.settlement;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which charges are wanted; what is empty does not matter.
///
/// @param party as consumer, provider or partner
/// @param after the cursor of the last one seen
public record ChargeQuery(
        Optional<MerchantId> party,
        Optional<ContractId> contract,
        Optional<YearMonth> period,
        Optional<LocalDate> day,
        Optional<ChargeKind> kind,
        Optional<String> after) {
    static ChargeQuery of(ContractId contract, Optional<String> after) {
        return new ChargeQuery(
                Optional.empty(),
                Optional.of(contract),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                after);
    }

    ChargeQuery ofParty(MerchantId owner) {
        return new ChargeQuery(Optional.of(owner), contract, period, day, kind, after);
    }

    static String cursor(Charge charge) {
        return charge.at() + "~" + charge.id();
    }

    @Nullable Object[] arguments(int most) {
        String contractId = contract.map(ContractId::value).orElse(null);
        String owner = party.map(MerchantId::value).orElse(null);
        LocalDate month = period.map(each -> each.atDay(1)).orElse(null);
        LocalDate date = day.orElse(null);
        String sort = kind.map(ChargeKind::name).orElse(null);
        Instant seenAt = after.map(ChargeQuery::seenAt).orElse(null);
        String seen = after.map(text -> text.substring(text.indexOf('~') + 1)).orElse("");
        return new @Nullable Object[] {
            contractId,
            contractId,
            owner,
            owner,
            owner,
            owner,
            month,
            month,
            date,
            date,
            sort,
            sort,
            seenAt,
            seenAt,
            seen,
            most
        };
    }

    private static Instant seenAt(String cursor) {
        try {
            return Instant.parse(cursor.split("~", 2)[0]);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    List.of(new FieldError("/after", "is not a cursor", "what next said")));
        }
    }
}
