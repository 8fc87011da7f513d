@NullMarked
package io.databourse.evidence;

import org.jspecify.annotations.NullMarked;
