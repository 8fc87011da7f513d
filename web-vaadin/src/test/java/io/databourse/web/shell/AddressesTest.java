package io.databourse.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final Caller BUYER = new Caller("bank", Set.of(Role.BUYER));
    private static final Caller REGULATOR = new Caller("regulator", Set.of(Role.REGULATOR));

    @ParameterizedTest
    @CsvSource({
        "job_0199, jobs/job_0199",
        "con_0199, contracts/con_0199",
        "lst_0199, catalogue/lst_0199",
        "tfr_0199, story/tfr_0199",
        "stm_202611_mer_0199, statements/stm_202611_mer_0199",
        "stb_20261120_CNY, settlement/stb_20261120_CNY",
        "dxc-31-1-202611-0007-4, certificates/DXC-31-1-202611-0007-4",
        "航司, catalogue?q=%E8%88%AA%E5%8F%B8"
    })
    void the_search_leads_an_id_to_its_page_and_words_to_the_catalogue(String words, String path) {
        assertThat(IdSearch.path(words, BUYER)).isEqualTo(path);
    }

    @Test
    void a_regulator_is_led_to_the_story_of_an_id() {
        assertThat(IdSearch.path("job_0199", REGULATOR)).isEqualTo("story/job_0199");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "javascript:alert(1)",
                "/orders",
                "orders#x",
                ""
            })
    void the_login_leads_to_no_other_place(String target) {
        assertThat(LoginView.isOwnPage(target)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contracts/con_0199", "products/new?profile=prf_0199"})
    void the_login_leads_back_to_the_page_that_was_asked_for(String target) {
        assertThat(LoginView.isOwnPage(target)).isTrue();
    }
}
