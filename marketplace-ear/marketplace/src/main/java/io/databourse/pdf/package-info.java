/// Paper: lines of Chinese and English text on pages. A mechanism of all stages; it knows none.
@NullMarked
package io.databourse.pdf;

import org.jspecify.annotations.NullMarked;
