package io.databourse.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractState;
import io.databourse.contract.UsagePolicy;
import io.databourse.dispatch.Condition.Operator;
import io.databourse.money.Money;
import io.databourse.order.OrderId;
import io.databourse.pricing.ChargingTerms;
import io.databourse.registration.ProductId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
    private static final OwnInput OWN =
            new OwnInput("customers", List.of("mobile"), List.of("customer_id"), List.of());

    @Test
    void what_the_contract_allows_passes() {
        PolicyCheck.check(contract(ContractState.ACTIVE, false), JobSamples.request());
    }

    @Test
    void a_contract_that_is_not_signed_by_both_allows_nothing() {
        assertRefused(
                contract(ContractState.AWAITING_SIGNATURES, false),
                JobSamples.request(),
                ErrorCode.CONTRACT_NOT_SIGNED);
    }

    @Test
    void an_expired_contract_allows_nothing() {
        assertRefused(
                contract(ContractState.ACTIVE, true),
                JobSamples.request(),
                ErrorCode.CONTRACT_EXPIRED);
    }

    @Test
    void a_task_outside_the_contract_is_refused() {
        assertRefused(
                new JobRequest(
                        new ContractId("con_1"),
                        "mpc/sum",
                        "marketing",
                        OWN,
                        other("mobile", "tier")),
                ErrorCode.TASK_NOT_ALLOWED);
    }

    @Test
    void a_purpose_outside_the_contract_is_refused() {
        assertRefused(
                new JobRequest(
                        new ContractId("con_1"), "mpc/psi", "credit", OWN, other("mobile", "tier")),
                ErrorCode.PURPOSE_NOT_ALLOWED);
    }

    @Test
    void a_join_column_outside_the_contract_is_refused() {
        assertRefused(
                new JobRequest(
                        new ContractId("con_1"),
                        "mpc/psi",
                        "marketing",
                        OWN,
                        other("member_id", "tier")),
                ErrorCode.COLUMN_NOT_ALLOWED);
    }

    @Test
    void a_filter_column_outside_the_contract_is_refused() {
        assertRefused(
                new JobRequest(
                        new ContractId("con_1"),
                        "mpc/psi",
                        "marketing",
                        OWN,
                        other("mobile", "mobile")),
                ErrorCode.COLUMN_NOT_ALLOWED);
    }

    @Test
    void a_condition_with_too_few_values_is_refused() {
        JobRequest request =
                new JobRequest(
                        new ContractId("con_1"),
                        "mpc/psi",
                        "marketing",
                        OWN,
                        new OtherInput(
                                List.of("mobile"),
                                List.of(new Condition("tier", Operator.BETWEEN, List.of("1")))));

        assertRefused(request, ErrorCode.VALIDATION_FAILED);
    }

    private static OtherInput other(String join, String filter) {
        return new OtherInput(
                List.of(join), List.of(new Condition(filter, Operator.EQ, List.of("GOLD"))));
    }

    private static void assertRefused(JobRequest request, ErrorCode code) {
        assertRefused(contract(ContractState.ACTIVE, false), request, code);
    }

    private static void assertRefused(Contract contract, JobRequest request, ErrorCode code) {
        assertThatThrownBy(() -> PolicyCheck.check(contract, request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Contract contract(ContractState state, boolean expired) {
        return new Contract(
                new ContractId("con_1"),
                new OrderId("ord_1"),
                new ProductId("prd_1"),
                "航旅会员",
                JobSamples.AIRLINE,
                "Airline",
                JobSamples.BANK,
                "Bank",
                state,
                new UsagePolicy(
                        List.of("marketing"),
                        List.of("mpc/psi"),
                        10,
                        JobSamples.NOON,
                        List.of("mobile"),
                        List.of("tier"),
                        List.of(),
                        "CONSUMER",
                        20),
                Money.cny("5000.00"),
                10,
                ChargingTerms.STANDARD,
                "{}",
                "sm3:00",
                List.of(),
                JobSamples.NOON,
                List.of(),
                expired);
    }
}
