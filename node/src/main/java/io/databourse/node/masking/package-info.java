/// What people of the node's organisation see of delivered results, 动态脱敏: masked or in full, by
/// their role, and each read written down.
@NullMarked
package io.databourse.node.masking;

import org.jspecify.annotations.NullMarked;
