/// How the provider of a contract shares what it earns.
@NullMarked
package io.databourse.web.sharing;

import org.jspecify.annotations.NullMarked;
