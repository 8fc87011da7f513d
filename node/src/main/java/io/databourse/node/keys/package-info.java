/// The node's own key pairs, and the certificates that the exchange issues for them.
@NullMarked
package io.databourse.node.keys;

import org.jspecify.annotations.NullMarked;
