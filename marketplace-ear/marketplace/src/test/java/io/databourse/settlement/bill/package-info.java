@NullMarked
package io.databourse.settlement.bill;

import org.jspecify.annotations.NullMarked;
