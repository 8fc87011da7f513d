package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// For which organisation somebody reports.
@ApplicationScoped
class Reporters {
    private final MerchantService merchants;
    private final MembershipService membership;

    @Inject
    Reporters(MerchantService merchants, MembershipService membership) {
        this.merchants = merchants;
        this.membership = membership;
    }

    MerchantId of(Caller caller) {
        return merchants.requireActiveOrganisation(caller).id();
    }

    MerchantId of(NodeId node) {
        return membership
                .find(Caller.system(), node)
                .owner()
                .orElseThrow(() ->
                        Refusal.of(
                                ErrorCode.FORBIDDEN, "Node %s belongs to no organisation.", node));
    }
}
