package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/// The compiler knows the syntax trees of one version of DuckDB. Another version makes this fail,
/// so that somebody reads what changed before the allow-lists are touched.
class GoldenTreeTest {
    @Test
    void the_trees_are_those_that_the_compiler_was_written_for() throws Exception {
        try (var syntax = new DuckDbSyntax()) {
            Iterator<String> golden = resource("golden-trees.txt").lines().iterator();
            assertThat("DuckDB " + version()).isEqualTo(golden.next());
            for (String query : resource("golden-queries.txt").lines().toList()) {
                assertThat(syntax.tree(query)).isEqualTo(golden.next());
            }
            assertThat(golden.hasNext()).isFalse();
        }
    }

    private static String version() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = GoldenTreeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
