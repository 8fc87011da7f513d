/// Anonymisation, 匿名化: k-anonymous copies and what risk is left in them.
@NullMarked
package io.databourse.protection.anonymise;

import org.jspecify.annotations.NullMarked;
