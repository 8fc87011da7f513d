/// What callers are told when something is refused or broken (RFC 9457).
@NullMarked
package io.databourse.rest.problem;

import org.jspecify.annotations.NullMarked;
