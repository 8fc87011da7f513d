package io.databourse.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reviewer's yes or no. A no has a reason.
public record Decision(boolean approve, String reason) {
    public Decision(boolean approve, @Nullable String reason) {
        this.approve = approve;
        this.reason = reason == null ? "" : reason.strip();
        if (!approve && this.reason.isEmpty()) {
            throw Refusal.invalid(
                    List.of(new FieldError("/reason", "is missing", "why it is refused")));
        }
    }
}
