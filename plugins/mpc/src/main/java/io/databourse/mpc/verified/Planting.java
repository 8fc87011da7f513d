package io.databourse.mpc.verified;

import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.WholeParameter;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Text;
import java.util.List;

/// How a set is prepared so that cheating shows: each key is sent as so many copies, which the
/// compute node cannot tell to belong together, among planted keys that are known to match or known
/// not to.
///
/// With λ copies and t planted keys of each kind, and m keys that truly match, the compute node
/// sees λM matching tags with M = m + t, in random order. To drop matches unnoticed it has to drop
/// a set of tags that is all copies of some j true keys and no copy of a planted one. Of the sets
/// of λj tags, C(m, j) are such, so it succeeds with probability C(m, j) / C(λM, λj). As C(λM, λj)
/// ≥ C(M, j)^λ, C(m, j) < C(M, j), and C(M, j) ≥ M > t for 1 ≤ j ≤ m, that is below t^-(λ-1), the
/// bound of the paper. Adding matches is the same among the tags that do not match.
///
/// @param copies λ
/// @param dummies t
record Planting(int copies, int dummies) {
    static final WholeParameter COPIES =
            new WholeParameter(
                    "copies",
                    2,
                    5,
                    3,
                    new Text("副本数", "Copies"),
                    new Text(
                            "每个标识的副本数 λ。计算节点作弊而不被发现的概率小于 t^-(λ-1)，t 为虚拟标识数。",
                            "Copies λ of each identifier. A compute node that cheats goes unnoticed"
                                    + " with probability below t^-(λ-1), t being the planted"
                                    + " identifiers."));
    static final WholeParameter DUMMIES =
            new WholeParameter(
                    "dummies",
                    2,
                    1 << 20,
                    1 << 10,
                    new Text("虚拟标识数", "Planted identifiers"),
                    new Text("每一类虚拟标识的个数 t。", "Planted identifiers t of each kind."));

    /// Kinds that the receiver plants: those that match, and those that do not.
    static final int AT_RECEIVER = 2;

    /// Kinds that the other owner plants, and that match: those that do.
    static final int MATCHING = 1;

    static final List<TaskParameter> PARAMETERS =
            List.of(WholeParameter.MINIMUM_RESULT_SIZE, TaskParameter.KEY_RULES, COPIES, DUMMIES);

    static Planting of(Parameters parameters) {
        return new Planting((int) COPIES.in(parameters), (int) DUMMIES.in(parameters));
    }

    /// How many tags so many keys become.
    long tags(long keys, int kinds) {
        return copies * (keys + (long) kinds * dummies);
    }

    /// How many keys became so many tags; negative if no number of keys does.
    long keys(long tags, int kinds) {
        return tags % copies == 0 ? tags / copies - (long) kinds * dummies : -1;
    }
}
