package io.databourse.registration;

import java.util.EnumSet;
import java.util.Set;

/// Where data comes from, and so which rights in it can be registered (rule R-REG-08, after article
/// 21 of the working guidelines on data property registration).
public enum SourceKind {
    /// 采集生成
    SELF_GENERATED(DataRight.HOLD, DataRight.USE, DataRight.OPERATE),
    /// 协议取得, by authorised collection
    AGREEMENT(DataRight.HOLD, DataRight.USE, DataRight.OPERATE),
    /// 自动化程序收集公开数据
    CRAWLED_PUBLIC(DataRight.HOLD, DataRight.USE),
    /// 衍生创造
    DERIVED(DataRight.HOLD, DataRight.USE, DataRight.OPERATE),
    /// 受托处理: who works on another's commission has no right of its own
    COMMISSIONED_PROCESSING();

    private final Set<DataRight> rights;

    SourceKind(DataRight... rights) {
        this.rights = EnumSet.noneOf(DataRight.class);
        this.rights.addAll(Set.of(rights));
    }

    /// The rights that can be registered in data of this kind.
    public Set<DataRight> rights() {
        return Set.copyOf(rights);
    }
}
