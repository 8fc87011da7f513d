package io.databourse.mpc.many;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What people are told about `mpc/psi-many`.
final class ManyCard {
    private ManyCard() {}

    static TaskCard card() {
        return new TaskCard(
                "psi-many",
                TaskCard.Kind.BATCH,
                new Text("多方隐私求交", "Private set intersection of three to five"),
                new Text(
                        "三至五个数据方：结果方得知自己的哪些记录为所有其他方共有。",
                        "Three to five owners: the receiver learns which of its own records all the"
                                + " others have as well."),
                TaskParameter.schema(ManyTask.PARAMETERS),
                List.of(data(), PsiCard.compute()),
                PsiCard.METERS,
                true,
                TaskCard.Deployment.PROXY,
                disclosure());
    }

    /// The name of the set size of one of the other owners, in the job's order from 0.
    static String otherSetSize(int other) {
        return PsiCard.OTHER_SET_SIZE + (other + 1);
    }

    private static TaskCard.Role data() {
        var two = PsiCard.data();
        return new TaskCard.Role(
                two.name(),
                two.title(),
                Owners.LEAST,
                Owners.MOST,
                two.columns(),
                new Text(
                        "结果方得到自己匹配记录的指定列；其他各方得不到结果。",
                        "The receiver holds the named columns of its own matching records; the other"
                                + " owners hold no result."));
    }

    private static Disclosure disclosure() {
        return new Disclosure(
                PsiCard.SEMI_HONEST,
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "各方得知任务已运行、交集是否达到最小结果数，以及标签字节数（由各方集合大小的数量级决定）。"
                                        + "结果方另得知自己的哪些记录为所有其他方共有，不得知哪一方缺少哪些记录。",
                                "All learn that the job ran, whether the intersection reached the"
                                        + " minimum, and the length of the tags, which follows from the"
                                        + " order of magnitude of the set sizes. The receiver also"
                                        + " learns which of its records all the others have, and not"
                                        + " who lacks which."),
                        PsiCard.COMPUTE,
                        new Text(
                                "各方的去重集合大小，以及任意几方之间的交集大小（不仅是全体交集）；不得知任何标识或密钥。",
                                "All set sizes without duplicates and the sizes of the intersections"
                                        + " of any of the owners, not only of all; no identifier and no"
                                        + " key.")),
                sizes(),
                List.of(
                        new Text(
                                "计算节点不得与任一数据方合谋：与数据方合谋的计算节点可逐一试探其他各方的标识。",
                                "The compute node must not collude with a data owner: together they"
                                        + " can try out identifiers of all other owners.")),
                List.of(PsiCard.NOT_MALICIOUS, PsiCard.MANY_RUNS),
                PsiCard.PROXY_SOURCE + ", for several owners under one key");
    }

    private static List<Disclosure.Size> sizes() {
        var sizes = new ArrayList<Disclosure.Size>();
        for (var size : PsiCard.PROXY_SIZES) {
            if (!size.name().equals(PsiCard.OTHER_SET_SIZE)) {
                sizes.add(size);
            }
        }
        for (int i = 0; i < Owners.MOST - 1; i++) {
            sizes.add(
                    new Disclosure.Size(
                            otherSetSize(i),
                            PsiCard.COMPUTE,
                            new Text(
                                    "第 %d 个其他数据方的去重标识数".formatted(i + 1),
                                    "Distinct keys of the other owner no. %d".formatted(i + 1))));
        }
        return sizes;
    }
}
