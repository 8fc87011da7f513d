/// The measurements that `./bourse bench` makes, each beside what it is compared with.
@NullMarked
package io.databourse.launcher.bench;

import org.jspecify.annotations.NullMarked;
