package io.databourse.merchant;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

class InMemoryMerchantStore implements MerchantStore {
    private final NavigableMap<String, MerchantRow> merchants = new TreeMap<>();
    private final Map<String, MerchantId> members = new HashMap<>();

    @Override
    public void insert(MerchantRow merchant) {
        merchants.put(merchant.id, merchant);
    }

    @Override
    public Optional<MerchantRow> find(MerchantId id) {
        return Optional.ofNullable(merchants.get(id.value()));
    }

    @Override
    public Optional<MerchantRow> lock(MerchantId id) {
        return find(id);
    }

    @Override
    public boolean isKnown(CreditCode creditCode) {
        return merchants.values().stream()
                .anyMatch(row ->
                        row.creditCode.equals(creditCode.value())
                                && row.state != MerchantState.REJECTED);
    }

    @Override
    public void addMember(String username, MerchantId merchant) {
        members.put(username, merchant);
    }

    @Override
    public Optional<MerchantRow> ofMember(String username) {
        return Optional.ofNullable(members.get(username)).flatMap(this::find);
    }

    @Override
    public Page<Merchant> list(Optional<MerchantState> state, PageRequest page) {
        List<Merchant> found =
                merchants.descendingMap().values().stream()
                        .filter(row -> row.id.compareTo(page.after().orElse("~")) < 0)
                        .filter(row -> state.isEmpty() || state.get() == row.state)
                        .limit(page.limit() + 1L)
                        .map(MerchantRow::toMerchant)
                        .toList();
        return Page.cut(found, page, merchant -> merchant.id().value());
    }
}
