package io.databourse.settlement;

/// As what somebody shares in the price of a contract that is not its own: as a further provider of
/// data, 供方, as the maker of the algorithm, 算法方, or as who brought the buyer, 渠道方.
public enum PartnerRole {
    PROVIDER,
    ALGORITHM,
    CHANNEL
}
