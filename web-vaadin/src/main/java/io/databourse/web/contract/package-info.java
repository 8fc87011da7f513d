/// Contracts, from the draft to both signatures.
@NullMarked
package io.databourse.web.contract;

import org.jspecify.annotations.NullMarked;
