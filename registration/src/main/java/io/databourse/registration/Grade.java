package io.databourse.registration;

/// The grade of data, 分级 (GB/T 43697-2024).
public enum Grade {
    /// 核心数据: never registered, never listed
    CORE,
    /// 重要数据
    IMPORTANT,
    /// 一般数据
    GENERAL
}
