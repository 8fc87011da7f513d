package io.databourse.settlement;

import io.databourse.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// A statement without its lines.
///
/// @param lines how many lines it has
/// @param linesHash SHA-256 over all lines; what a closed statement shows never changes
/// @param approvals how many operators have approved it
/// @param approvalsNeeded two above the exchange's threshold, 四眼原则
public record StatementHead(
        StatementId id,
        String party,
        Statement.Side side,
        YearMonth period,
        StatementState state,
        long lines,
        Money gross,
        Money merchantShare,
        Money partnerShare,
        Money commissionNet,
        Money vat,
        Money paid,
        Money earned,
        String linesHash,
        int approvals,
        int approvalsNeeded,
        Instant draftedAt,
        Optional<Instant> approvedAt,
        Optional<Instant> closedAt) {}
