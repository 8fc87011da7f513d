/// Private set intersection of three to five owners by way of a neutral node. Start at [ManyTask].
@NullMarked
package io.databourse.mpc.many;

import org.jspecify.annotations.NullMarked;
