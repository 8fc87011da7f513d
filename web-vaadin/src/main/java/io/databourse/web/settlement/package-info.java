/// The operator's settlement run: books, batches and payments.
@NullMarked
package io.databourse.web.settlement;

import org.jspecify.annotations.NullMarked;
