/// What makes join keys of different owners comparable: rules that a job names for each column.
@NullMarked
package io.databourse.mpc.key;

import org.jspecify.annotations.NullMarked;
