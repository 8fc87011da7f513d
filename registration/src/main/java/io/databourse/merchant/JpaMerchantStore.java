package io.databourse.merchant;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaMerchantStore implements MerchantStore {
    private final EntityManager entities;

    @Inject
    JpaMerchantStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(MerchantRow merchant) {
        entities.persist(merchant);
        entities.flush();
    }

    @Override
    public Optional<MerchantRow> find(MerchantId id) {
        return Optional.ofNullable(entities.find(MerchantRow.class, id.value()));
    }

    @Override
    public Optional<MerchantRow> lock(MerchantId id) {
        Optional<MerchantRow> found = find(id);
        // A row that was read before the lock may be stale by now; Hibernate would not read again.
        found.ifPresent(_ -> entities.flush());
        found.ifPresent(row -> entities.refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    @Override
    public boolean isKnown(CreditCode creditCode) {
        return entities.createQuery(
                                "select count(m) from MerchantRow m"
                                        + " where m.creditCode = :code and m.state <> :rejected",
                                Long.class)
                        .setParameter("code", creditCode.value())
                        .setParameter("rejected", MerchantState.REJECTED)
                        .getSingleResult()
                > 0;
    }

    @Override
    public void addMember(String username, MerchantId merchant) {
        entities.merge(new MemberRow(username, merchant.value()));
    }

    @Override
    public Optional<MerchantRow> ofMember(String username) {
        return Optional.ofNullable(entities.find(MemberRow.class, username))
                .flatMap(member -> find(new MerchantId(member.merchantId)));
    }

    @Override
    public Page<Merchant> list(Optional<MerchantState> state, PageRequest page) {
        List<MerchantState> states =
                state.map(List::of).orElse(Arrays.asList(MerchantState.values()));
        List<Merchant> found =
                entities.createQuery(
                                "select m from MerchantRow m where m.id < :after"
                                        + " and m.state in :states order by m.id desc",
                                MerchantRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setParameter("states", states)
                        .setMaxResults(page.limit() + 1)
                        .getResultStream()
                        .map(MerchantRow::toMerchant)
                        .toList();
        return Page.cut(found, page, merchant -> merchant.id().value());
    }
}
