/// The plugin test kit: extend [ComputePluginTck] to prove a plugin.
@NullMarked
package io.databourse.plugin.testkit;

import org.jspecify.annotations.NullMarked;
