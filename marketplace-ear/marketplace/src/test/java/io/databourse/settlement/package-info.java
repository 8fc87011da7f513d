@NullMarked
package io.databourse.settlement;

import org.jspecify.annotations.NullMarked;
