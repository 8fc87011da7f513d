@NullMarked
package io.databourse.settlement.reconciliation;

import org.jspecify.annotations.NullMarked;
