@NullMarked
package io.databourse.dispatch;

import org.jspecify.annotations.NullMarked;
