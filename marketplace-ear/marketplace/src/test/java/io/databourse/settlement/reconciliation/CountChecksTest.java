package io.databourse.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.evidence.Placing;
import io.databourse.harness.Exchange;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.Gateway;
import io.databourse.settlement.Sales;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Loses and alters calls and evidence behind the back of the schema, and sees it found.
class CountChecksTest {
    private final Exchange exchange = Exchange.get();
    private final JpaCountChecks checks = exchange.bean(JpaCountChecks.class);
    private final Gateway gateway = twoCalls();
    private final String contract = gateway.contract.value();
    private final Planted planted = new Planted(new Sales(gateway.market), exchange.today());

    private static Gateway twoCalls() {
        try (Gateway gateway = new Gateway(5)) {
            gateway.report(List.of(gateway.call(CallOutcome.HIT), gateway.call(CallOutcome.MISS)));
            return gateway;
        }
    }

    @Test
    void a_signed_batch_that_lost_a_call_is_found_and_so_is_the_gap_in_the_counter() {
        String loss = "delete from metering_call where counter = 1 and stream = " + STREAM;

        assertThat(found(checks::batchesAstray, loss, contract))
                .singleElement()
                .asString()
                .startsWith("batch/");
        assertThat(found(checks::countersAstray, loss, contract)).containsExactly(contract);
    }

    @Test
    void a_batch_that_is_not_in_evidence_is_found() {
        assertThat(
                        found(
                                checks::batchesAstray,
                                "delete from evidence_mention where mentioned = (select 'batch/' || max(id)"
                                        + " from metering_batch)"))
                .hasSize(1);
    }

    @Test
    void a_call_that_is_another_now_than_when_it_was_rated_is_found() {
        assertThat(
                        found(
                                checks::ratedAstray,
                                "update metering_call set outcome = 'MISS' where counter = 1 and stream = "
                                        + STREAM,
                                contract))
                .containsExactly(contract);
    }

    @Test
    void calls_that_are_not_charged_yet_are_not_missed() {
        try (Gateway open = new Gateway(5)) {
            open.report(List.of(open.call(CallOutcome.HIT)));
            assertThat(exchange.inTransaction(checks::ratedAstray)).isEmpty();
        }
        assertThat(exchange.inTransaction(checks::ratedAstray)).isEmpty();
    }

    @Test
    void a_log_that_is_shorter_or_another_than_what_was_signed_is_found() {
        Placing.all();
        assertThat(exchange.inTransaction(checks::logAstray)).isEmpty();

        assertThat(
                        found(
                                checks::logAstray,
                                "delete from evidence_leaf where index = (select max(index) from"
                                        + " evidence_leaf)"))
                .singleElement()
                .asString()
                .startsWith("checkpoint/");
        assertThat(
                        found(
                                checks::logAstray,
                                "update evidence_checkpoint set root_hash = 'sha256:00' where tree_size ="
                                        + " (select max(tree_size) from evidence_checkpoint)"))
                .singleElement()
                .asString()
                .startsWith("checkpoint/");
        assertThat(
                        found(
                                checks::logAstray,
                                "update evidence_entry set document = document || ' ' where id ="
                                        + " (select entry_id from evidence_leaf where index = 1)"))
                .hasSize(1);
        assertThat(
                        found(
                                checks::logAstray,
                                "update evidence_node set hash = 'sha256:' || repeat('00', 32)"
                                        + " where level = 1 and index = 0"))
                .contains("node/1/0");
    }

    private static final String STREAM =
            "(select stream from metering_stream where contract_id = ?)";

    private List<String> found(
            Supplier<List<String>> check, String statement, Object... arguments) {
        return Planted.undone(() -> {
            planted.withoutTriggers(statement, arguments);
            return check.get();
        });
    }
}
