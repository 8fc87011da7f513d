/// Static masking, 静态脱敏: copies that keep their form and their links.
@NullMarked
package io.databourse.protection.mask;

import org.jspecify.annotations.NullMarked;
