package io.databourse.catalog;

import io.databourse.call.FieldError;
import io.databourse.registration.DataProduct;
import java.util.List;

/// Whether the rules for a room, 数据沙箱, can be kept. Only who knows the tasks can tell, and that
/// stage comes later.
public interface RoomCheck {
    /// What is wrong with the rules, or with their absence; empty if nothing is.
    List<FieldError> check(UsageTerms terms, DataProduct product);
}
