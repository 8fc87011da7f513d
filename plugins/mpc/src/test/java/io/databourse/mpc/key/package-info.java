@NullMarked
package io.databourse.mpc.key;

import org.jspecify.annotations.NullMarked;
