/// The exchange's end of the node link: nodes dial in with their channel certificate.
@NullMarked
package io.databourse.rest.nodelink;

import org.jspecify.annotations.NullMarked;
