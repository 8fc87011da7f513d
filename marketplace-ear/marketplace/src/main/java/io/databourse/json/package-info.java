/// Records as JSON text, the same way in documents, in tables and in the API.
@NullMarked
package io.databourse.json;

import org.jspecify.annotations.NullMarked;
