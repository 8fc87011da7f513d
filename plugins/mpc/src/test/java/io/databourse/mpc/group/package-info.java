@NullMarked
package io.databourse.mpc.group;

import org.jspecify.annotations.NullMarked;
