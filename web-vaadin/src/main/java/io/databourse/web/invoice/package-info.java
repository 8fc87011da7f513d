/// Tax invoices over closed statements.
@NullMarked
package io.databourse.web.invoice;

import org.jspecify.annotations.NullMarked;
