@NullMarked
package io.databourse.quota;

import org.jspecify.annotations.NullMarked;
