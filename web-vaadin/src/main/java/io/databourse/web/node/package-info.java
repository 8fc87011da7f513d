/// Party nodes and their enrolment.
@NullMarked
package io.databourse.web.node;

import org.jspecify.annotations.NullMarked;
