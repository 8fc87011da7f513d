package io.databourse.mpc.join;

import io.databourse.mpc.CardFrame;
import io.databourse.mpc.PsiCard;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Set;

/// What people are told about `mpc/psi-join`.
final class ProxyCard {
    private ProxyCard() {}

    static TaskCard card() {
        return CardFrame.proxy(
                        "psi-join",
                        new Text("隐私求交并取列", "Private join"),
                        new Text(
                                "结果方得到自己匹配的记录，并附上合同许可的对方列；不得知对方其他记录的任何内容。",
                                "The receiver gets its own matching records and beside them the"
                                        + " columns of the other owner that the contract permits, and"
                                        + " nothing of other records."))
                .parameters(JoinTasks.PARAMETERS)
                .owners(owners())
                .receiverLearns(
                        "自己的哪些记录匹配，以及这些记录在对方的结果列",
                        "which of its records match, and the other owner's result columns of these")
                .apart(
                        new Text(
                                "计算节点不得把不匹配的密文交给结果方：结果方持有密钥。",
                                "The compute node must not give the receiver what does not match: the"
                                        + " receiver has the key."))
                .notProtected(PsiCard.MANY_RUNS)
                .source(
                        "; columns of the other owner in AES-128 counter mode (NIST SP 800-38A)"
                                + " under a key of the two owners")
                .resumable()
                .card();
    }

    static TaskCard.Role owners() {
        return PsiCard.owners(
                List.of(
                        PsiCard.JOIN,
                        new TaskCard.ColumnUse(
                                TaskCard.ColumnUse.RESULT,
                                1,
                                64,
                                Set.of(Schema.Type.values()),
                                false)),
                new Text(
                        "结果方得到自己匹配记录的指定列和对方的许可列；另一方得不到结果。",
                        "The receiver holds the named columns of its own matching records and the"
                                + " permitted ones of the other owner; the other owner holds no"
                                + " result."));
    }
}
