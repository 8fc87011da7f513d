/// The workbench: code beside a provider's data, tried and run under a contract.
@NullMarked
package io.databourse.web.workbench;

import org.jspecify.annotations.NullMarked;
