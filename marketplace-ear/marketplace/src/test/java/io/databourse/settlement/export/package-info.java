@NullMarked
package io.databourse.settlement.export;

import org.jspecify.annotations.NullMarked;
