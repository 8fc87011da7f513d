/// Compute jobs: from a request to a delivered result, one transaction a step.
@NullMarked
package io.databourse.dispatch;

import org.jspecify.annotations.NullMarked;
