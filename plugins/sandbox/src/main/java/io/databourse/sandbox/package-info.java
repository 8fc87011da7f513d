/// Buyers' questions and code in a closed room at the data owner's node, 数据沙箱.
@NullMarked
package io.databourse.sandbox;

import org.jspecify.annotations.NullMarked;
