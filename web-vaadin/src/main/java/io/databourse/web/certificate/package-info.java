/// Registration certificates and their verification.
@NullMarked
package io.databourse.web.certificate;

import org.jspecify.annotations.NullMarked;
