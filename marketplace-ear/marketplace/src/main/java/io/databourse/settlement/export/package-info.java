/// Statements as files (报表导出): CSV and PDF.
@NullMarked
package io.databourse.settlement.export;

import org.jspecify.annotations.NullMarked;
