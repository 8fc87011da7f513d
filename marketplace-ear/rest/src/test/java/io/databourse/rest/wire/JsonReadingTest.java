package io.databourse.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.dispatch.JobRequest;
import io.databourse.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonReadingTest {
    record Payment(Money amount, int times, Optional<String> note) {}

    @Test
    void an_optional_field_may_be_absent_or_null() throws Exception {
        var wanted = new Payment(Money.cny("500.00"), 2, Optional.empty());
        assertThat(read("{'amount':{'amount':'500.00','currency':'CNY'},'times':2}"))
                .isEqualTo(wanted);
        assertThat(read("{'amount':{'amount':'500.00','currency':'CNY'},'times':2,'note':null}"))
                .isEqualTo(wanted);
    }

    @Test
    void an_unknown_field_is_named_with_the_known_ones() {
        var error = errorOf("{'amount':{'amount':'1.00','currency':'CNY'},'times':1,'nots':'x'}");
        assertThat(error.pointer()).isEqualTo("/nots");
        assertThat(error.allowed()).isEqualTo("amount, note, times");
    }

    @Test
    void a_missing_or_null_field_is_named() {
        assertThat(errorOf("{'amount':{'amount':'1.00','currency':'CNY'}}").pointer())
                .isEqualTo("/times");
        assertThat(errorOf("{'amount':null,'times':1}").pointer()).isEqualTo("/amount");
        assertThat(errorOf("{'amount':{'currency':'CNY'},'times':1}").problem())
                .contains("missing");
    }

    @Test
    void money_is_a_decimal_string_of_a_known_currency() {
        assertThat(errorOf("{'amount':{'amount':1.5,'currency':'CNY'},'times':1}").pointer())
                .startsWith("/amount");
        assertThat(errorOf("{'amount':{'amount':'1.005','currency':'CNY'},'times':1}").problem())
                .contains("1.005");
        assertThat(errorOf("{'amount':{'amount':'1','currency':'XYZ'},'times':1}").allowed())
                .contains("CNY");
    }

    @Test
    void a_number_is_not_made_of_text_or_fractions() {
        assertThat(errorOf("{'amount':{'amount':'1','currency':'CNY'},'times':'1'}").allowed())
                .isEqualTo("an integer");
        assertThat(errorOf("{'amount':{'amount':'1','currency':'CNY'},'times':1.5}").pointer())
                .isEqualTo("/times");
    }

    @Test
    void what_is_not_json_is_malformed_with_its_place() {
        var refusal = refusalOf("{'amount':\n oops}", Payment.class);
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusal.detail()).contains("line 2").doesNotContain("com.fasterxml");
        assertThat(refusalOf("{'a':1,'a':2}", Payment.class).errors()).isNotNull();
        assertThat(refusalOf("", Payment.class).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusalOf("null", Payment.class).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void an_id_of_another_kind_is_refused_where_it_stands() {
        var refusal =
                refusalOf(
                        "{'contractId':'job_1','task':'mpc/psi','purpose':'marketing'}",
                        JobRequest.class);
        assertThat(refusal.errors().getFirst().pointer()).isEqualTo("/contractId");
    }

    @Test
    void no_message_shows_a_class_of_ours() {
        for (var text : new String[] {"[]", "3", "'x'", "{'amount':[1]}", "{'times':{}}"}) {
            assertThat(refusalOf(text, Payment.class).detail()).doesNotContain("databourse");
        }
    }

    private static FieldError errorOf(String text) {
        var refusal = refusalOf(text, Payment.class);
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        return refusal.errors().getFirst();
    }

    private static Refusal refusalOf(String text, Class<?> type) {
        return catchThrowableOfType(Refusal.class, () -> JsonReading.read(bytes(text), type));
    }

    private static Object read(String text) throws Exception {
        return JsonReading.read(bytes(text), Payment.class);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
