package io.databourse.registration;

/// The three rights in data, 三权分置.
public enum DataRight {
    /// 持有权
    HOLD,
    /// 使用权
    USE,
    /// 经营权
    OPERATE
}
