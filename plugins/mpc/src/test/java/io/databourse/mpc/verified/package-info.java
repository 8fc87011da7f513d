@NullMarked
package io.databourse.mpc.verified;

import org.jspecify.annotations.NullMarked;
