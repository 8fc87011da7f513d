/// The node's own check of a contract and of a job against it.
@NullMarked
package io.databourse.node.contract;

import org.jspecify.annotations.NullMarked;
