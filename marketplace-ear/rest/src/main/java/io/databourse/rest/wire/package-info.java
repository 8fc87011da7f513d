/// How calls travel: JSON, idempotency keys, pages, entity tags, who calls.
@NullMarked
package io.databourse.rest.wire;

import org.jspecify.annotations.NullMarked;
