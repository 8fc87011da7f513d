/// What runs inside the child process of a job, and the formats it shares with its node.
@NullMarked
package io.databourse.node.child;

import org.jspecify.annotations.NullMarked;
