package io.databourse.evidence;

import io.databourse.call.PageRequest;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleFrontier;
import io.databourse.sql.Column;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

@ApplicationScoped
class JpaEvidenceStore implements EvidenceStore {
    /// Of all advisory locks, the sequencer's.
    private static final long LEAD = 0x65766964;

    private final EntityManager entities;
    private final JpaSql sql;

    @Inject
    JpaEvidenceStore(EntityManager entities, JpaSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @Override
    public void insert(EntryRow entry) {
        entities.persist(entry);
        entities.flush();
        var mentioned = new TreeSet<>(entry.toEntry(-1).related());
        mentioned.add(entry.subjectId);
        for (String id : mentioned) {
            entities.createNativeQuery(
                            "insert into evidence_mention (entry_id, mentioned) values (?1, ?2)")
                    .setParameter(1, entry.id)
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    @Override
    public Optional<EvidenceEntry> find(EntryId id) {
        return Optional.ofNullable(entities.find(EntryRow.class, id.value())).map(this::placed);
    }

    @Override
    public List<EvidenceEntry> list(
            Optional<String> subject, Optional<String> reader, PageRequest page) {
        List<?> ids =
                entities.createNativeQuery(
                                """
                                select e.id from evidence_entry e
                                where e.id < ?1
                                and (?2 = '' or exists (select 1 from evidence_mention m
                                    where m.entry_id = e.id and m.mentioned = ?2))
                                and (?3 = '' or exists (select 1 from evidence_mention m
                                    where m.entry_id = e.id and m.mentioned = ?3))
                                order by e.id desc
                                """)
                        .setParameter(1, page.after().orElse("~"))
                        .setParameter(2, subject.orElse(""))
                        .setParameter(3, reader.orElse(""))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return ids.stream().map(id -> find(new EntryId((String) id)).orElseThrow()).toList();
    }

    @Override
    public List<EvidenceEntry> about(String stage, String subject) {
        List<?> ids =
                entities.createNativeQuery(
                                """
                                select e.id from evidence_mention m
                                join evidence_entry e on e.id = m.entry_id
                                where m.mentioned = ?2 and e.subject_id = ?2 and e.stage = ?1
                                order by e.id
                                """)
                        .setParameter(1, stage)
                        .setParameter(2, subject)
                        .setMaxResults(PageRequest.MOST)
                        .getResultList();
        return ids.stream().map(id -> find(new EntryId((String) id)).orElseThrow()).toList();
    }

    private EvidenceEntry placed(EntryRow row) {
        List<?> index =
                entities.createNativeQuery("select index from evidence_leaf where entry_id = ?1")
                        .setParameter(1, row.id)
                        .getResultList();
        return row.toEntry(index.isEmpty() ? -1 : ((Number) index.getFirst()).longValue());
    }

    @Override
    public boolean tryLead() {
        return (Boolean)
                entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                        .setParameter(1, LEAD)
                        .getSingleResult();
    }

    @Override
    public List<Waiting> waiting(int most) {
        return sql.list(
                """
                select e.id, e.leaf_hash from evidence_waiting w
                join evidence_entry e on e.id = w.entry_id order by e.id limit ?
                """,
                row -> new Waiting(row.getString("id"), Digest.parse(row.getString("leaf_hash"))),
                most);
    }

    @Override
    public long size() {
        return sql.first(
                        "select coalesce(max(index) + 1, 0) as size from evidence_leaf",
                        row -> row.getLong("size"))
                .orElseThrow();
    }

    @Override
    public void place(long first, List<Waiting> entries, List<MerkleFrontier.Node> completed) {
        String[] ids = Column.texts(entries, Waiting::id);
        sql.run(
                """
                insert into evidence_leaf (index, entry_id)
                select ?::bigint + place - 1, id from unnest(?::text[]) with ordinality as entry (id, place)
                """,
                first,
                ids);
        sql.run(
                """
                insert into evidence_node (level, index, hash)
                select * from unnest(?::bigint[], ?::bigint[], ?::text[])
                """,
                Column.longs(completed, MerkleFrontier.Node::level),
                Column.longs(completed, MerkleFrontier.Node::index),
                Column.texts(completed, node -> node.hash().toString()));
        sql.run("delete from evidence_waiting where entry_id = any (?::text[])", (Object) ids);
    }

    @Override
    public Digest node(int level, long index) {
        Object hash =
                entities.createNativeQuery(
                                "select hash from evidence_node where level = ?1 and index = ?2")
                        .setParameter(1, level)
                        .setParameter(2, index)
                        .getSingleResult();
        return Digest.parse((String) hash);
    }

    @Override
    public void insert(Checkpoint checkpoint) {
        entities.persist(new CheckpointRow(checkpoint));
    }

    @Override
    public Optional<Checkpoint> newestCheckpoint() {
        return entities.createQuery(
                        "select c from CheckpointRow c order by c.treeSize desc",
                        CheckpointRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(CheckpointRow::toCheckpoint);
    }
}
