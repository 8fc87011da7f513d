package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import io.databourse.contract.PartyRole;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs for tests that need one and do not care which.
final class JobSamples {
    /// Far ahead, so that what tests leave in the shared database is never due in another test.
    static final Instant NOON = Instant.parse("2126-11-21T12:00:00Z");

    static final MerchantId BANK = new MerchantId("mer_bank");
    static final MerchantId AIRLINE = new MerchantId("mer_airline");

    private JobSamples() {}

    static JobRequest request() {
        return new JobRequest(
                new ContractId("con_1"),
                "mpc/psi",
                "marketing",
                new OwnInput("customers", List.of("mobile"), List.of("customer_id"), List.of()),
                new OtherInput(
                        List.of("mobile"),
                        List.of(
                                new Condition(
                                        "tier",
                                        Condition.Operator.IN,
                                        List.of("GOLD", "PLATINUM")))));
    }

    static JobRun requested() {
        return requested(JobId.next());
    }

    static JobRun requested(JobId id) {
        return JobRun.requested(
                new JobIdentity(id, request(), "航旅会员", BANK, "Bank", AIRLINE, "Airline", 1, NOON));
    }

    static Attempt attempt() {
        return new Attempt(
                "{\"type\":\"databourse/job/1\"}",
                "sm3:00",
                NOON.plusSeconds(600),
                List.of(
                        party("p1", PartyRole.CONSUMER, true),
                        party("p2", PartyRole.PROVIDER, false),
                        party("p3", PartyRole.COMPUTE, false)));
    }

    private static PartyRun party(String name, PartyRole side, boolean receives) {
        return new PartyRun(
                name,
                side,
                side == PartyRole.COMPUTE ? "COMPUTE" : "DATA",
                new NodeId("nod_" + name),
                side.name(),
                receives,
                Optional.of("{}"),
                Optional.of("salt"),
                Map.of(),
                Optional.empty());
    }

    static JobRun running() {
        return requested()
                .authorizing(attempt(), NOON)
                .authorized(NOON)
                .placing(NOON)
                .running(NOON);
    }
}
