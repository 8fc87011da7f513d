package io.databourse.mpc;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;

/// What people are told about `mpc/psi-distributed`, and what other tasks between two say as well.
public final class DistributedCard {
    static final String TASK = "psi-distributed";

    static final Text SEMI_HONEST =
            new Text(
                    "半诚实：双方按协议执行，但可能分析其所见。",
                    "Semi-honest: both parties follow the protocol and may study what they see.");
    static final Text OWNERS_LEARN =
            new Text(
                    "双方得知任务已运行、对方的去重标识数，以及交集是否达到最小结果数。",
                    "Both learn that the job ran, how many distinct keys the other has, and whether"
                            + " the intersection reached the minimum.");
    static final Text NOT_MALICIOUS =
            new Text(
                    "不防止恶意方：任一方可虚报输入；偏离协议的一方可能得知更多。",
                    "Not against malicious parties: an owner can make up its input, and one that"
                            + " departs from the protocol may learn more.");

    /// Where the receiver's node finds out which rows match.
    public static final Text MATCHES_BELOW_MINIMUM =
            new Text(
                    "最小结果数由结果方的节点执行，并无中立方：交集小于最小结果数时，结果方节点的内存中仍曾有过匹配结果。",
                    "The minimum result size is kept by the receiver's node, for there is no neutral"
                            + " party: an intersection below it has been in the memory of that"
                            + " node.");

    /// Where the receiver's node finds out how many match.
    public static final Text COUNT_BELOW_MINIMUM =
            new Text(
                    "最小结果数由结果方的节点执行，并无中立方：该节点得知小于最小结果数的交集大小。",
                    "The minimum result size is kept by the receiver's node, for there is no neutral"
                            + " party: that node learns the size of an intersection below it.");

    /// Where both owners receive the result.
    static final Text RECEIVERS_WORD =
            new Text(
                    "双方接收结果时，另一方只能相信结果方所告知的匹配：它无法检查是否有遗漏或虚报。",
                    "Where both receive the result, the other owner takes the receiver's word for it:"
                            + " it cannot check that no match is left out and none made up.");

    public static final Text MANY_RUNS =
            new Text(
                    "不防止结果方通过多次求交推断：由合同的次数限制。",
                    "Not against what a receiver infers from many runs: the contract's number of"
                            + " runs limits that.");

    /// What matching by [DistributedOwner] rests on.
    public static final Text ASSUMPTIONS =
            new Text(
                    "安全性依赖：ristretto255 上的 CDH、随机预言机与理想置换模型中的 AES、扩展卷积码正则噪声 LPN 假设。",
                    "It assumes: computational Diffie–Hellman in ristretto255, SHA-256 as a random"
                            + " oracle, AES as an ideal permutation, and learning parity with regular"
                            + " noise for an expand-convolute code.");

    /// Where matching by [DistributedOwner] comes from.
    public static final String SOURCE =
            "S. Raghuraman, P. Rindal, Blazing Fast PSI from Improved OKVS and Subfield VOLE, CCS"
                    + " 2022, ePrint 2022/320, semi-honest protocol; silent VOLE with the code of"
                    + " S. Raghuraman, P. Rindal, T. Tanguy, ePrint 2023/882";

    /// What is seen of sizes in every task between two.
    static final List<Disclosure.Size> SIZES =
            List.of(
                    new Disclosure.Size(
                            PsiCard.RECEIVER_SET_SIZE,
                            PsiCard.DATA,
                            new Text(
                                    "结果方的去重标识数（另一方得知）",
                                    "Distinct keys of the receiver (seen by the other owner)")),
                    PsiCard.OTHER_SIZE_AT_RECEIVER,
                    new Disclosure.Size(
                            PsiCard.INTERSECTION_SIZE,
                            PsiCard.DATA,
                            new Text(
                                    "交集大小（仅结果方）",
                                    "Size of the intersection (who receives the result only)")));

    private DistributedCard() {}

    static TaskCard card() {
        return CardFrame.distributed(
                        TASK,
                        new Text("隐私求交（两方直连）", "Private set intersection between two"),
                        new Text(
                                "无需第三方：结果方（一方，或合同规定的双方）得知自己的哪些记录也在对方数据中；"
                                        + "双方得知对方的去重标识数，不得知其他任何内容。",
                                "Without a third party: the receiver, or each owner if the contract"
                                        + " says so, learns which of its own records the other has as"
                                        + " well. Both learn how many distinct keys the other has,"
                                        + " and nothing else."))
                .parameters(PsiCard.PARAMETERS)
                .owners(PsiCard.oneOrBoth())
                .receiverLearns(PsiCard.MATCHES.zh(), PsiCard.MATCHES.en())
                .notProtected(MATCHES_BELOW_MINIMUM, RECEIVERS_WORD, MANY_RUNS, ASSUMPTIONS)
                .source(SOURCE)
                .resumable()
                .card();
    }
}
