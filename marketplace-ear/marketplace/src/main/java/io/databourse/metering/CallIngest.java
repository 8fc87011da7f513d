package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// Takes calls that were served elsewhere, by the thousand: a provider reports the calls of its own
/// contracts. Each is counted once, whoever reports it how often, in whatever order.
///
/// It has no transaction of its own: who waits for the writer keeps nothing from it.
@ApplicationScoped
public class CallIngest {
    private final Reporters reporters;
    private final CallSorter sorter;
    private final CallWriting writing;
    private final CallAnswering answering;

    @Inject
    CallIngest(
            Reporters reporters, CallSorter sorter, CallWriting writing, CallAnswering answering) {
        this.reporters = reporters;
        this.sorter = sorter;
        this.writing = writing;
        this.answering = answering;
    }

    /// What the caller's organisation has served.
    public CallAnswers report(Caller caller, CallReports reports) {
        return report(reporters.of(caller), reports);
    }

    /// What the organisation of the node has served.
    public CallAnswers report(NodeId node, CallReports reports) {
        return report(reporters.of(node), reports);
    }

    private CallAnswers report(MerchantId provider, CallReports reports) {
        List<Incoming> incoming = sorter.sort(provider, reports.calls());
        List<Written> written =
                reports.isAtomic() ? writing.together(incoming) : writing.each(incoming);
        return answering.answer(provider, incoming, written);
    }
}
