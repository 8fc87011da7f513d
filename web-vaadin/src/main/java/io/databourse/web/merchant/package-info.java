/// Who trades here, and how an organisation joins.
@NullMarked
package io.databourse.web.merchant;

import org.jspecify.annotations.NullMarked;
