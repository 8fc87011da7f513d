/// Statements, and the charges and calls behind their lines.
@NullMarked
package io.databourse.web.statement;

import org.jspecify.annotations.NullMarked;
