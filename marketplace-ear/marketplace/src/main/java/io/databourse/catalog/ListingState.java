package io.databourse.catalog;

/// A listing is on the shelf, 已挂牌, or off it, 已下架. It does not come back: a new one is made.
public enum ListingState {
    LISTED,
    DELISTED
}
