/// The published model text of a contract: how its blanks are filled, and read back by whoever does
/// not take another's word for them. Pure functions.
@NullMarked
package io.databourse.form;

import org.jspecify.annotations.NullMarked;
