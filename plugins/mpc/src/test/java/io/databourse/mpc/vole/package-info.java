@NullMarked
package io.databourse.mpc.vole;

import org.jspecify.annotations.NullMarked;
