@NullMarked
package io.databourse.rest.wire;

import org.jspecify.annotations.NullMarked;
