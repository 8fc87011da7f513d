package io.databourse.merchant;

/// The kinds of merchants, 数商, after the Shanghai Data Exchange's rules of 2022.
public enum MerchantType {
    /// 供方与需方
    TRADER,
    /// 数据交付服务商
    DELIVERY_SERVICE,
    /// 数据专业评估服务商
    ASSESSMENT_SERVICE,
    /// 数据专业中介服务商
    INTERMEDIARY_SERVICE,
    /// 数据专业咨询服务商
    CONSULTING_SERVICE,
    OTHER
}
