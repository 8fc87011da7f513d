/// Algorithms, 算法: scripts that buyers register in versions, and that a provider approves, by their
/// hash and at its own node, before they may run beside its data.
@NullMarked
package io.databourse.algorithm;

import org.jspecify.annotations.NullMarked;
