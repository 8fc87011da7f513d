/// Tests of what is written down about reads.
@NullMarked
package io.databourse.node.masking;

import org.jspecify.annotations.NullMarked;
