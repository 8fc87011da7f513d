/// The frame around every page: navigation, search, language, login, guards and error messages.
@NullMarked
package io.databourse.web.shell;

import org.jspecify.annotations.NullMarked;
