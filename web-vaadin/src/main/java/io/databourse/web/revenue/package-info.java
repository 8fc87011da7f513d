/// What an organisation earns.
@NullMarked
package io.databourse.web.revenue;

import org.jspecify.annotations.NullMarked;
