/// Whether the books agree, and what is to be explained.
@NullMarked
package io.databourse.web.reconciliation;

import org.jspecify.annotations.NullMarked;
