@NullMarked
package io.databourse.launcher;

import org.jspecify.annotations.NullMarked;
