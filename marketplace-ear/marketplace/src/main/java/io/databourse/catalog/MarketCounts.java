package io.databourse.catalog;

/// Counts what the front page shows, from the tables themselves.
interface MarketCounts {
    Counters count();
}
