/// Registration (确权登记): what a product is, measured where its data lies; its review; and the signed
/// certificate.
@NullMarked
package io.databourse.registration;

import org.jspecify.annotations.NullMarked;
