package io.databourse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// On PostgreSQL. `./bourse bench ledger --only auditor` does far more, with a seed of its own; the
/// properties `bourse.auditor.seed` and `bourse.auditor.operations` do here what it did.
class LedgerModelTest {
    private static final long SEED = Long.getLong("bourse.auditor.seed", 20261121);
    private static final int OPERATIONS = Integer.getInteger("bourse.auditor.operations", 20_000);

    @Test
    void the_ledger_does_what_a_plain_model_predicts() {
        var answers = LedgerAuditor.run(SEED, OPERATIONS);

        assertThat(answers.keySet())
                .as("answers that random work meets")
                .contains(
                        "a batch undone",
                        "decision: accepted",
                        "dispute: accepted",
                        "in a batch: INSUFFICIENT",
                        "in a batch: KEY_REUSED",
                        "in a batch: POSTED",
                        "in a batch: REPLAYED",
                        "overdue: true",
                        "pending: accepted",
                        "pending: has less",
                        "post in part: STATE_CONFLICT",
                        "post in part: true",
                        "post now: IDEMPOTENCY_KEY_REUSED",
                        "post: false",
                        "post: true",
                        "refund: accepted",
                        "reverse: STATE_CONFLICT",
                        "reverse: accepted",
                        "void: false",
                        "void: true");
    }
}
