package io.databourse.node.job;

import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChildReport;
import io.databourse.plugin.Outcome;
import java.util.Optional;

/// What became of one run, as this node saw it.
///
/// @param code in capitals; empty if completed
/// @param report the child's own, if it lived to give one
public record RunOutcome(
        Kind kind,
        String code,
        Optional<Outcome.Blame> blame,
        String detail,
        Optional<ChildReport> report,
        Traffic traffic) {

    public enum Kind {
        COMPLETED,
        REFUSED,
        FAILED
    }

    /// Bytes to and from other nodes, with frames and without TLS, and the time from start to end.
    public record Traffic(long sent, long received, long wallMillis) {}

    static RunOutcome of(ChildReport report, Traffic traffic) {
        return switch (report.outcome()) {
            case Outcome.Completed _ ->
                    new RunOutcome(
                            Kind.COMPLETED, "", Optional.empty(), "", Optional.of(report), traffic);
            case Outcome.Refused(var reason, var detail) ->
                    new RunOutcome(
                            Kind.REFUSED,
                            reason.name(),
                            Optional.empty(),
                            detail,
                            Optional.of(report),
                            traffic);
            case Outcome.Failed(var blame, var detail) ->
                    new RunOutcome(
                            Kind.FAILED,
                            code(blame),
                            Optional.of(blame),
                            detail,
                            Optional.of(report),
                            traffic);
        };
    }

    static RunOutcome of(NodeFailure failure, Traffic traffic) {
        return new RunOutcome(
                Kind.FAILED,
                failure.code(),
                Optional.of(failure.blame()),
                failure.detail(),
                Optional.empty(),
                traffic);
    }

    /// The same run with another end, decided by the node.
    RunOutcome insteadRefused(String otherCode, String otherDetail) {
        return new RunOutcome(
                Kind.REFUSED, otherCode, Optional.empty(), otherDetail, report, traffic);
    }

    RunOutcome insteadFailed(NodeFailure failure) {
        return new RunOutcome(
                Kind.FAILED,
                failure.code(),
                Optional.of(failure.blame()),
                failure.detail(),
                report,
                traffic);
    }

    private static String code(Outcome.Blame blame) {
        return switch (blame) {
            case CALLER -> "CANCELLED";
            case PLUGIN -> "PLUGIN_FAILED";
            case RESOURCES -> "RESOURCES_EXHAUSTED";
            case COUNTERPARTY -> "COUNTERPARTY_LOST";
        };
    }
}
