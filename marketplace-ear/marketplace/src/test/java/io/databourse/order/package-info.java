@NullMarked
package io.databourse.order;

import org.jspecify.annotations.NullMarked;
