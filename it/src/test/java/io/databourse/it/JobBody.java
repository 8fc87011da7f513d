package io.databourse.it;

import java.util.List;
import java.util.Map;

/// What the bank asks of a job, as JSON.
///
/// @param source of the bank's
/// @param tiers the airline's tiers that are wanted
/// @param flights at least so many, as text
record JobBody(
        String contract,
        String task,
        String purpose,
        String source,
        String providerColumn,
        List<String> tiers,
        String flights) {

    static JobBody of(String contract) {
        return new JobBody(
                contract,
                "mpc/psi",
                "marketing",
                "customers",
                "tier",
                List.of("GOLD", "PLATINUM"),
                "12");
    }

    JobBody withTask(String other) {
        return new JobBody(contract, other, purpose, source, providerColumn, tiers, flights);
    }

    JobBody withPurpose(String other) {
        return new JobBody(contract, task, other, source, providerColumn, tiers, flights);
    }

    JobBody withSource(String other) {
        return new JobBody(contract, task, purpose, other, providerColumn, tiers, flights);
    }

    JobBody withProviderColumn(String other) {
        return new JobBody(contract, task, purpose, source, other, tiers, flights);
    }

    JobBody withFlights(String least) {
        return new JobBody(contract, task, purpose, source, providerColumn, tiers, least);
    }

    Map<String, Object> json() {
        return Map.of(
                "contractId", contract,
                "task", task,
                "purpose", purpose,
                "own",
                        Map.of(
                                "source", source,
                                "joinColumns", List.of("mobile"),
                                "resultColumns", List.of("customer_id"),
                                "conditions",
                                        List.of(
                                                condition(
                                                        "aum_cny",
                                                        "BETWEEN",
                                                        List.of("500000", "6000000")))),
                "provider",
                        Map.of(
                                "joinColumns", List.of("mobile"),
                                "conditions",
                                        List.of(
                                                condition(providerColumn, "IN", tiers),
                                                condition("flights_12m", "GE", List.of(flights)))));
    }

    private static Map<String, Object> condition(
            String column, String operator, List<String> values) {
        return Map.of("column", column, "operator", operator, "values", values);
    }
}
