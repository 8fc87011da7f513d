package io.databourse.settlement.dispute;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import java.util.Optional;

/// Who reads of refunds and disputes: the two sides, operators and regulators.
final class DisputeReaders {
    private DisputeReaders() {}

    static boolean mayRead(
            Caller caller, MerchantService merchants, MerchantId consumer, MerchantId provider) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .filter(own -> own.id().equals(consumer) || own.id().equals(provider))
                        .isPresent();
    }

    /// Whose are listed; everybody's if empty.
    static Optional<MerchantId> party(Caller caller, MerchantService merchants) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                ? Optional.empty()
                : Optional.of(merchants.requireActiveOrganisation(caller).id());
    }
}
