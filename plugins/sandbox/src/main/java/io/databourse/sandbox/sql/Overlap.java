package io.databourse.sandbox.sql;

import io.databourse.plugin.Text;

/// Two queries of one buyer whose difference may be about few entities.
///
/// @param earlier the release of the earlier one
public record Overlap(Kind kind, String earlier) {

    /// How the two are related.
    public enum Kind {
        /// They ask the same.
        REPEATED("重复查询", "the same query again"),
        /// One has the other's conditions and more: their difference is about the rows between.
        NESTED("条件嵌套", "conditions within an earlier query's"),
        /// All conditions but one are the same.
        NEIGHBOURING("仅一个条件不同", "one condition differs from an earlier query's"),
        /// The one's groups make up the other's, so that a suppressed row can be subtracted out.
        ROLLED_UP("分组可相减", "groups that add up to an earlier query's");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Text text() {
            return new Text(zh, en);
        }
    }
}
