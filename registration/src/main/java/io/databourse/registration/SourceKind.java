package io.databourse.registration;

import java.util.Set;

/// Where data comes from, and so which rights in it can be registered (rule R-REG-08, after article
/// 21 of the working guidelines on data property registration).
public enum SourceKind {
    /// 采集生成
    SELF_GENERATED,
    /// 协议取得, by authorised collection
    AGREEMENT,
    /// 自动化程序收集公开数据
    CRAWLED_PUBLIC,
    /// 衍生创造
    DERIVED,
    /// 受托处理: who works on another's commission has no right of its own
    COMMISSIONED_PROCESSING;

    /// The rights that can be registered in data of this kind.
    public Set<DataRight> rights() {
        return switch (this) {
            case SELF_GENERATED, AGREEMENT, DERIVED ->
                    Set.of(DataRight.HOLD, DataRight.USE, DataRight.OPERATE);
            case CRAWLED_PUBLIC -> Set.of(DataRight.HOLD, DataRight.USE);
            case COMMISSIONED_PROCESSING -> Set.of();
        };
    }
}
