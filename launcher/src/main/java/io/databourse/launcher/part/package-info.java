/// The programs of one system: PostgreSQL, Keycloak, WildFly with the exchange, and the nodes.
///
/// Each is a process of its own that outlives the command that started it. What is known about it
/// afterwards is its pid file, its log and its port.
@NullMarked
package io.databourse.launcher.part;

import org.jspecify.annotations.NullMarked;
