package io.databourse.registration;

import io.databourse.call.Decision;
import java.util.Optional;

/// The reviewer's decision on a product.
///
/// @param noticeWaiver why the public notice may be left out (R-REG-10); without it, a product that
///   is approved is on notice for five working days
public record ReviewDecision(boolean approve, String reason, Optional<String> noticeWaiver) {
    public ReviewDecision {
        reason = new Decision(approve, reason).reason();
        noticeWaiver = noticeWaiver.map(String::strip).filter(text -> !text.isEmpty());
    }
}
