/// What the exchange's staff decides and checks.
@NullMarked
package io.databourse.web.operator;

import org.jspecify.annotations.NullMarked;
