/// Plain SQL within the transaction that is running, for what is done by the thousand.
@NullMarked
package io.databourse.sql;

import org.jspecify.annotations.NullMarked;
