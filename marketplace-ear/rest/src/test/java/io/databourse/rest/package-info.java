@NullMarked
package io.databourse.rest;

import org.jspecify.annotations.NullMarked;
