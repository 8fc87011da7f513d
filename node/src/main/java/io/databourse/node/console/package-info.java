/// The node's console: a small web page on the machine itself, for those who decide what may leave
/// and for those who look at results.
@NullMarked
package io.databourse.node.console;

import org.jspecify.annotations.NullMarked;
