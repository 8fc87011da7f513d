/// Tables as CSV text, row by row.
@NullMarked
package io.databourse.protection.table;

import org.jspecify.annotations.NullMarked;
