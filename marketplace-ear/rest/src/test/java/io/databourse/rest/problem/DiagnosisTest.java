package io.databourse.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.rest.wire.ApiJson;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    @Test
    void a_refusal_keeps_its_code_wherever_it_is_wrapped() {
        var refusal = Refusal.of(ErrorCode.QUOTA_EXHAUSTED, "No unit is left.").byRule("R-QUO-01");
        var finding = Diagnosis.of(new RuntimeException(new NotFoundException(refusal)), false);
        assertThat(finding.code()).isEqualTo(ErrorCode.QUOTA_EXHAUSTED);
        assertThat(finding.rule()).contains("R-QUO-01");
    }

    @Test
    void a_missing_role_is_told_from_a_missing_token() {
        assertThat(Diagnosis.of(new ForbiddenException(), true).code())
                .isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(Diagnosis.of(new ForbiddenException(), false).code())
                .isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void what_http_refuses_has_its_code() {
        assertThat(Diagnosis.of(new NotFoundException(), false).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Diagnosis.of(new NotAllowedException("GET"), false).code())
                .isEqualTo(ErrorCode.METHOD_NOT_ALLOWED);
        assertThat(Diagnosis.of(new NotSupportedException(), false).code())
                .isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void a_lost_database_is_worth_another_try() {
        var lost = new IllegalStateException(new SQLException("connection refused", "08001"));
        assertThat(Diagnosis.of(lost, false).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void a_text_that_the_database_cannot_hold_is_the_callers_mistake() {
        var zero = new IllegalStateException(new SQLException("invalid byte sequence", "22021"));
        assertThat(Diagnosis.of(zero, false).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void the_second_of_two_equal_commands_is_told_that_it_is_the_second() {
        var second = new IllegalStateException(new SQLException("duplicate key", "23505"));
        assertThat(Diagnosis.of(second, false).code()).isEqualTo(ErrorCode.DUPLICATE);
    }

    @Test
    void a_bug_tells_its_incident_and_nothing_else() {
        var bug = new IllegalStateException("secret: s3cret at io.databourse.Inside");
        var finding = Diagnosis.of(bug, false);
        var text = ApiJson.write(Problems.render(finding, List.of(Locale.ENGLISH), "/api/v1/me"));
        assertThat(finding.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(text)
                .contains("\"instance\":\"urn:uuid:" + finding.incident().orElseThrow())
                .doesNotContain("s3cret", "Inside", "Exception");
    }
}
