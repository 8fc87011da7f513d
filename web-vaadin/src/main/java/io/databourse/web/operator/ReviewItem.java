package io.databourse.web.operator;

import java.time.Instant;

/// Something that waits for the operator.
///
/// @param kind key of the words for it: `review.merchant`
/// @param open what happens on the button
record ReviewItem(
        String kind,
        String id,
        String name,
        String applicant,
        Enum<?> state,
        Instant since,
        Runnable open) {}
