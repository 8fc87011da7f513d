@NullMarked
package io.databourse.settlement.report;

import org.jspecify.annotations.NullMarked;
