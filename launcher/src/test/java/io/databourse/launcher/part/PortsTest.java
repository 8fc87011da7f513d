package io.databourse.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final Properties nothing = new Properties();

    @Test
    void without_a_word_the_standard_ports_are_used() {
        Ports ports = Ports.from(Map.of(), nothing);

        assertThat(ports.of(PortName.HTTP)).isEqualTo(8080);
        assertThat(ports.of(PortName.DB)).isEqualTo(54321);
    }

    @Test
    void the_offset_moves_all_ports() {
        Ports ports = Ports.from(Map.of("BOURSE_PORT_OFFSET", "1000"), nothing);

        assertThat(ports.of(PortName.HTTP)).isEqualTo(9080);
        assertThat(ports.of(PortName.EXCHANGE_NODE)).isEqualTo(8103);
    }

    @Test
    void one_port_can_be_set_beside_an_offset() {
        Ports ports =
                Ports.from(Map.of("BOURSE_PORT_OFFSET", "1000", "BOURSE_HTTP_PORT", "80"), nothing);

        assertThat(ports.of(PortName.HTTP)).isEqualTo(80);
        assertThat(ports.of(PortName.HTTPS)).isEqualTo(9443);
    }

    @Test
    void an_offset_that_moves_a_port_too_far_is_refused_unless_that_port_is_set() {
        assertThatThrownBy(() -> Ports.from(Map.of("BOURSE_PORT_OFFSET", "13000"), nothing))
                .isInstanceOf(Fault.class)
                .hasMessageContainingAll("BOURSE_PORT_OFFSET 13000", "54321", "BOURSE_DB_PORT");

        Ports ports =
                Ports.from(
                        Map.of("BOURSE_PORT_OFFSET", "13000", "BOURSE_DB_PORT", "54321"), nothing);

        assertThat(ports.of(PortName.DB)).isEqualTo(54321);
        assertThat(ports.of(PortName.HTTP)).isEqualTo(21080);
    }

    @Test
    void what_was_remembered_is_used_again() {
        Properties remembered = new Properties();
        Ports.from(Map.of("BOURSE_KEYCLOAK_PORT", "8280"), nothing).remember(remembered);

        assertThat(Ports.from(Map.of(), remembered).of(PortName.KEYCLOAK)).isEqualTo(8280);
    }

    @Test
    void the_environment_wins_over_what_was_remembered() {
        Properties remembered = new Properties();
        Ports.from(Map.of("BOURSE_DB_PORT", "5555"), nothing).remember(remembered);

        Ports ports = Ports.from(Map.of("BOURSE_DB_PORT", "6666"), remembered);

        assertThat(ports.of(PortName.DB)).isEqualTo(6666);
    }

    @Test
    void the_nodes_ports_are_set_in_the_order_bank_airline_exchange() {
        Ports ports = Ports.from(Map.of("BOURSE_NODE_PORTS", "1, 2,3"), nothing);

        assertThat(ports.of(PortName.BANK_NODE)).isEqualTo(1);
        assertThat(ports.of(PortName.AIRLINE_NODE)).isEqualTo(2);
        assertThat(ports.of(PortName.EXCHANGE_NODE)).isEqualTo(3);
    }

    @Test
    void what_is_not_a_port_is_refused_by_the_name_of_its_variable() {
        assertThatThrownBy(() -> Ports.from(Map.of("BOURSE_HTTP_PORT", "http"), nothing))
                .isInstanceOf(Fault.class)
                .hasMessage("BOURSE_HTTP_PORT is not a number: http");
        assertThatThrownBy(() -> Ports.from(Map.of("BOURSE_HTTP_PORT", "0"), nothing))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> Ports.from(Map.of("BOURSE_HTTP_PORT", "65536"), nothing))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> Ports.from(Map.of("BOURSE_PORT_OFFSET", "60000"), nothing))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> Ports.from(Map.of("BOURSE_NODE_PORTS", "1,2"), nothing))
                .isInstanceOf(Fault.class);
    }
}
