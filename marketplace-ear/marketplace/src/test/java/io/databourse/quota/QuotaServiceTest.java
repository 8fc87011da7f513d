package io.databourse.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On PostgreSQL, with all the other stages listening.
class QuotaServiceTest {
    private final QuotaService quotas = Exchange.get().bean(QuotaService.class);
    private final ContractId contract = new ContractId("con_" + UUID.randomUUID());

    @Test
    void what_is_granted_is_held_and_then_consumed_or_released() {
        quotas.grant(contract, 2);
        quotas.grant(contract, 2);
        quotas.hold(contract, contract + "/a");
        quotas.hold(contract, contract + "/b");
        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 2, 2, 0));

        quotas.consume(contract + "/a");
        quotas.release(contract + "/b");

        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 2, 0, 1));
    }

    @Test
    void what_is_not_there_cannot_be_held() {
        quotas.grant(contract, 1);
        quotas.hold(contract, contract + "/a");

        assertThatThrownBy(() -> quotas.hold(contract, contract + "/b"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.QUOTA_EXHAUSTED));
    }

    @Test
    void the_last_unit_can_be_held_once() throws InterruptedException, ExecutionException {
        quotas.grant(contract, 1);

        assertThat(held(32)).isEqualTo(1);
        assertThat(quotas.view(contract).available()).isZero();
    }

    @Test
    @Tag("E19")
    void two_hundred_calls_at_once_and_their_retries_take_one_unit_each()
            throws InterruptedException, ExecutionException {
        quotas.grant(contract, 150);

        assertThat(held(200)).isEqualTo(150);
        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 150, 0, 150));
    }

    /// So many callers at once, each of whom holds and consumes twice, as a retry would.
    private long held(int callers) throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            String holder = contract + "/" + i;
            calls.add(() -> holdAndConsumeTwice(holder));
        }
        long held = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                held += call.get() ? 1 : 0;
            }
        }
        return held;
    }

    private boolean holdAndConsumeTwice(String holder) {
        try {
            quotas.hold(contract, holder);
            quotas.hold(contract, holder);
        } catch (Refusal none) {
            return false;
        }
        quotas.consume(holder);
        quotas.consume(holder);
        return true;
    }
}
