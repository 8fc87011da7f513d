/// Invoices (发票): asked for by who paid, issued by a tax platform, corrected in red.
@NullMarked
package io.databourse.settlement.invoice;

import org.jspecify.annotations.NullMarked;
