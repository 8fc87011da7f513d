/// What every service has in common: who calls, how a list is paged, and how a call is refused.
@NullMarked
package io.databourse.call;

import org.jspecify.annotations.NullMarked;
