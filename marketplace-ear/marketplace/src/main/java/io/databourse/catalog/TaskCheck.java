package io.databourse.catalog;

import io.databourse.call.FieldError;
import io.databourse.registration.DataProduct;
import java.util.List;

/// Whether the tasks of a listing can be run by who buys it. Only who knows the tasks can tell, and
/// that stage comes later.
public interface TaskCheck {
    /// What is wrong with the tasks on these terms; empty if nothing is.
    List<FieldError> check(UsageTerms terms, DataProduct product);
}
