/// Runs the parties of a job on this machine without an exchange, and measures them.
@NullMarked
package io.databourse.node.bench;

import org.jspecify.annotations.NullMarked;
