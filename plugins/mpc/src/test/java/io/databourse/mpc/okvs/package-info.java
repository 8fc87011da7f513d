@NullMarked
package io.databourse.mpc.okvs;

import org.jspecify.annotations.NullMarked;
