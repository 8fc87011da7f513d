/// Whole purchases, through all stages.
@NullMarked
package io.databourse.purchase;

import org.jspecify.annotations.NullMarked;
