@NullMarked
package io.databourse.bill;

import org.jspecify.annotations.NullMarked;
