/// What charges say when they are added up for people to look at: burn-down and revenue.
@NullMarked
package io.databourse.settlement.report;

import org.jspecify.annotations.NullMarked;
