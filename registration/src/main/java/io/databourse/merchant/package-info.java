/// Merchants (数商): who may sell and buy, and by which credit code they are known.
@NullMarked
package io.databourse.merchant;

import org.jspecify.annotations.NullMarked;
