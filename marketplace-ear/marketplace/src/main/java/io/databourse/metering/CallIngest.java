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
import java.util.List;

/// Takes calls that were served elsewhere, by the thousand: a provider reports the calls of its own
/// contracts. Each is counted once, whoever reports it how often, in whatever order.
///
/// It has no transaction of its own: who waits for the writer keeps nothing from it.
@ApplicationScoped
public class CallIngest {
    private final MerchantService merchants;
    private final MembershipService membership;
    private final CallSorter sorter;
    private final CallWriting writing;
    private final CallAnswering answering;

    @Inject
    CallIngest(
            MerchantService merchants,
            MembershipService membership,
            CallSorter sorter,
            CallWriting writing,
            CallAnswering answering) {
        this.merchants = merchants;
        this.membership = membership;
        this.sorter = sorter;
        this.writing = writing;
        this.answering = answering;
    }

    /// What the caller's organisation has served.
    public CallAnswers report(Caller caller, CallReports reports) {
        return report(merchants.requireActiveOrganisation(caller).id(), reports);
    }

    /// What the organisation of the node has served.
    public CallAnswers report(NodeId node, CallReports reports) {
        MerchantId owner =
                membership
                        .find(Caller.system(), node)
                        .owner()
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.FORBIDDEN,
                                        "Node %s belongs to no organisation.",
                                        node));
        return report(owner, reports);
    }

    private CallAnswers report(MerchantId provider, CallReports reports) {
        List<Incoming> incoming = sorter.sort(provider, reports.calls());
        List<Written> written =
                reports.isAtomic() ? writing.together(incoming) : writing.each(incoming);
        return answering.answer(provider, incoming, written);
    }
}
