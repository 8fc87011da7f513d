/// Digests, signatures, certificates, secrets, hash trees and ids, on the JDK and Bouncy Castle.
///
/// Bouncy Castle is never registered as a provider: an application server brings its own, older one
/// under the same name.
@NullMarked
package io.databourse.crypto;

import org.jspecify.annotations.NullMarked;
