@NullMarked
package io.databourse.form;

import org.jspecify.annotations.NullMarked;
