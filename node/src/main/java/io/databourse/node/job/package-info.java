/// Runs jobs: a child process each, and encrypted channels to the other nodes.
@NullMarked
package io.databourse.node.job;

import org.jspecify.annotations.NullMarked;
