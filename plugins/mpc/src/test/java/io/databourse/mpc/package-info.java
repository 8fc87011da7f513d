@NullMarked
package io.databourse.mpc;

import org.jspecify.annotations.NullMarked;
