/// Tests of the whole system: the programs that `./bourse` starts, real tokens, a real browser.
@NullMarked
package io.databourse.it;

import org.jspecify.annotations.NullMarked;
