@NullMarked
package io.databourse.settlement.dispute;

import org.jspecify.annotations.NullMarked;
