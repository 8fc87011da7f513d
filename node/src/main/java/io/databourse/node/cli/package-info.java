/// The node's commands.
@NullMarked
package io.databourse.node.cli;

import org.jspecify.annotations.NullMarked;
