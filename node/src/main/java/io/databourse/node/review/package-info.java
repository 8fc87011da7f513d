/// What may not leave before people have looked at it: held outputs and buyers' scripts.
@NullMarked
package io.databourse.node.review;

import org.jspecify.annotations.NullMarked;
