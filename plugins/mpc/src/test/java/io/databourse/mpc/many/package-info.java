@NullMarked
package io.databourse.mpc.many;

import org.jspecify.annotations.NullMarked;
