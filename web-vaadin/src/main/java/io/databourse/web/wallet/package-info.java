/// Prepaid money.
@NullMarked
package io.databourse.web.wallet;

import org.jspecify.annotations.NullMarked;
