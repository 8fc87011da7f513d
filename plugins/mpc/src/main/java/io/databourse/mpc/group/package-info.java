/// A group of prime order in which discrete logarithms are hard: ristretto255 (RFC 9496).
@NullMarked
package io.databourse.mpc.group;

import org.jspecify.annotations.NullMarked;
