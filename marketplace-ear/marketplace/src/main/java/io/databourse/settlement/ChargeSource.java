package io.databourse.settlement;

import io.databourse.dispatch.JobId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What a charge is for, before it is known what it costs.
record ChargeSource(
        ChargeId id,
        ChargeKind kind,
        Instant at,
        LocalDate day,
        Optional<ChargeId> original,
        Optional<JobId> jobId,
        Optional<CallsPart> calls,
        long units) {}
