package io.databourse.launcher.part;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/// The port of each program.
///
/// The environment wins over what an earlier command remembered, which wins over the standard
/// values. `BOURSE_PORT_OFFSET` moves all standard values at once, for a second system beside the
/// first; `BOURSE_NODE_PORTS` sets the nodes' of the first demo (bank, airline, exchange) in one
/// variable.
public record Ports(Map<PortName, Integer> values) {

    private static final String OFFSET = "BOURSE_PORT_OFFSET";
    private static final int HIGHEST = 65_535;
    private static final String NODES = "BOURSE_NODE_PORTS";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final List<PortName> NODE_ORDER =
            List.of(PortName.BANK_NODE, PortName.AIRLINE_NODE, PortName.EXCHANGE_NODE);

    public Ports {
        values = Map.copyOf(values);
        for (PortName name : PortName.values()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no port for " + name);
            }
        }
    }

    static Ports from(Map<String, String> environment, Properties remembered) {
        Map<PortName, Integer> values = new EnumMap<>(PortName.class);
        String offset = environment.get(OFFSET);
        int shift = offset == null ? 0 : number(OFFSET, offset, 0);
        for (PortName name : PortName.values()) {
            String known = offset == null ? remembered.getProperty(name.key()) : null;
            values.put(
                    name, known == null ? name.standard() + shift : number(name.key(), known, 1));
        }
        String nodes = environment.get(NODES);
        if (nodes != null) {
            putNodes(values, nodes);
        }
        for (PortName name : PortName.values()) {
            String own = environment.get(name.variable());
            if (own != null) {
                values.put(name, number(name.variable(), own, 1));
            }
        }
        values.forEach((name, port) -> shifted(name, port, shift));
        return new Ports(values);
    }

    public int of(PortName name) {
        return Objects.requireNonNull(values.get(name));
    }

    void remember(Properties properties) {
        values.forEach((name, port) -> properties.setProperty(name.key(), port.toString()));
    }

    private static void putNodes(Map<PortName, Integer> values, String list) {
        List<String> parts = COMMA.splitAsStream(list.strip()).toList();
        if (parts.size() != NODE_ORDER.size()) {
            throw new Fault(NODES + " needs three ports (bank,airline,exchange): " + list);
        }
        for (int i = 0; i < parts.size(); i++) {
            values.put(NODE_ORDER.get(i), number(NODES, parts.get(i), 1));
        }
    }

    private static int number(String name, String text, int least) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value < least) {
                throw new Fault(name + " is below " + least + ": " + text);
            }
            return inRange(name, value);
        } catch (NumberFormatException _) {
            throw new Fault(name + " is not a number: " + text);
        }
    }

    /// Only now, since a variable of its own may have moved a port back.
    private static void shifted(PortName name, int port, int shift) {
        if (port > HIGHEST) {
            throw new Fault(
                    "%s %d moves the port %d above %d; set %s as well, or a smaller offset"
                            .formatted(OFFSET, shift, name.standard(), HIGHEST, name.variable()));
        }
    }

    private static int inRange(String name, int port) {
        if (port > HIGHEST) {
            throw new Fault(name + " is above " + HIGHEST + ": " + port);
        }
        return port;
    }
}
