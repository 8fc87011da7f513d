package io.databourse.web.shell;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import java.util.List;

/// One line of the navigation at the left.
///
/// @param section key of the heading it stands under
/// @param path the address, also the key of the text `nav.<path>`
/// @param roles who sees it; empty for everybody
record NavigationEntry(String section, String path, List<Role> roles) {
    private static final List<NavigationEntry> ALL =
            List.of(
                    only("work", "home", Role.MERCHANT, Role.BUYER, Role.NODE_ADMIN),
                    only("today", "review", Role.OPERATOR),
                    only("work", "workbench", Role.BUYER),
                    only("work", "jobs", Role.MERCHANT, Role.BUYER),
                    everybody("market", "catalogue"),
                    everybody("market", "merchants"),
                    everybody("market", "tasks"),
                    only("market", "products", Role.MERCHANT, Role.OPERATOR, Role.REGULATOR),
                    only("market", "price-suggestions", Role.MERCHANT),
                    only(
                            "trade",
                            "orders",
                            Role.BUYER,
                            Role.MERCHANT,
                            Role.OPERATOR,
                            Role.REGULATOR),
                    only(
                            "trade",
                            "contracts",
                            Role.BUYER,
                            Role.MERCHANT,
                            Role.OPERATOR,
                            Role.REGULATOR),
                    only("run", "jobs", Role.OPERATOR, Role.REGULATOR),
                    only(
                            "run",
                            "nodes",
                            Role.NODE_ADMIN,
                            Role.MERCHANT,
                            Role.BUYER,
                            Role.OPERATOR,
                            Role.REGULATOR),
                    only("money", "wallet", Role.BUYER),
                    only(
                            "money",
                            "statements",
                            Role.BUYER,
                            Role.MERCHANT,
                            Role.OPERATOR,
                            Role.REGULATOR),
                    only("money", "revenue", Role.MERCHANT),
                    only(
                            "money",
                            "disputes",
                            Role.BUYER,
                            Role.MERCHANT,
                            Role.OPERATOR,
                            Role.REGULATOR),
                    only(
                            "money",
                            "invoices",
                            Role.BUYER,
                            Role.MERCHANT,
                            Role.OPERATOR,
                            Role.REGULATOR),
                    only("money", "settlement", Role.OPERATOR, Role.REGULATOR),
                    only("money", "reconciliation", Role.OPERATOR, Role.REGULATOR),
                    only("money", "ledger", Role.OPERATOR, Role.REGULATOR),
                    only("own", "organisation", Role.MERCHANT, Role.BUYER),
                    only("trust", "applicants", Role.OPERATOR, Role.REGULATOR),
                    everybody("trust", "certificates"),
                    only(
                            "trust",
                            "evidence",
                            Role.MERCHANT,
                            Role.BUYER,
                            Role.OPERATOR,
                            Role.REGULATOR));

    private static NavigationEntry everybody(String section, String path) {
        return new NavigationEntry(section, path, List.of());
    }

    private static NavigationEntry only(String section, String path, Role... roles) {
        return new NavigationEntry(section, path, List.of(roles));
    }

    /// What this caller can go to, each address once.
    static List<NavigationEntry> of(Caller caller) {
        List<NavigationEntry> seen = ALL.stream().filter(entry -> entry.isFor(caller)).toList();
        return seen.stream()
                .filter(entry ->
                        seen.stream()
                                .filter(other -> other.path.equals(entry.path))
                                .findFirst()
                                .orElseThrow()
                                .equals(entry))
                .toList();
    }

    static List<String> sections(List<NavigationEntry> entries) {
        return entries.stream().map(NavigationEntry::section).distinct().toList();
    }

    private boolean isFor(Caller caller) {
        // Whoever runs the exchange's own node has no organisation to come home to.
        boolean exchangeNode = caller.has(Role.OPERATOR) && !caller.has(Role.MERCHANT, Role.BUYER);
        return !(path.equals("home") && exchangeNode)
                && (roles.isEmpty() || roles.stream().anyMatch(caller::has));
    }
}
