/// Settlement (清结算): what was metered becomes money that is somebody's.
@NullMarked
package io.databourse.settlement;

import org.jspecify.annotations.NullMarked;
