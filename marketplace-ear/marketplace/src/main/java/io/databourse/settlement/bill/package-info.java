/// The bill of a contract with all that its buyer needs to recompute it.
@NullMarked
package io.databourse.settlement.bill;

import org.jspecify.annotations.NullMarked;
