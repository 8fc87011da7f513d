@NullMarked
package io.databourse.web;

import org.jspecify.annotations.NullMarked;
