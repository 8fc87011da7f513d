package io.databourse.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db:5432/b", "jdbc:postgresql://db:5432/b?ssl=true"})
    void what_a_frozen_exchange_has_begun_is_ended(String url) {
        assertThat(options(url))
                .isEqualTo("-c idle_in_transaction_session_timeout=30s -c tcp_user_timeout=30s");
    }

    @Test
    void options_of_the_users_own_are_left_alone() {
        assertThat(options("jdbc:postgresql://db:5432/b?options=-c%20work_mem=8MB"))
                .isEqualTo("-c work_mem=8MB");
    }

    /// As the driver reads them.
    private static String options(String url) {
        String session = new Database(url, "bourse", "").sessionUrl();
        Properties read = Objects.requireNonNull(Driver.parseURL(session, new Properties()));
        return read.getProperty("options", "none");
    }
}
