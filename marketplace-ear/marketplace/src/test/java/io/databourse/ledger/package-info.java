@NullMarked
package io.databourse.ledger;

import org.jspecify.annotations.NullMarked;
