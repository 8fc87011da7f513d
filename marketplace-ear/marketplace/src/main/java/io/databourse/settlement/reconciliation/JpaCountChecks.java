package io.databourse.settlement.reconciliation;

import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// Whether what was counted is what was received, proven and charged, from the first row on. As
/// [JpaComparison] does, it reads the tables of all stages.
@ApplicationScoped
class JpaCountChecks {
    private final JpaSql sql;

    @Inject
    JpaCountChecks(JpaSql sql) {
        this.sql = sql;
    }

    /// Batches that do not hold the calls whose root was signed, or are not in evidence.
    List<String> batchesAstray() {
        return sql.list(
                """
                select 'batch/' || b.id from metering_batch b left join (
                    select batch, count(*) as calls, max(position) + 1 as places
                    from metering_call group by batch) c on c.batch = b.id
                where (c.calls, c.places) is distinct from (b.calls, b.calls)
                    or not exists (select from evidence_mention m
                        where m.mentioned = 'batch/' || b.id)
                order by b.id limit 100
                """,
                row -> row.getString(1));
    }

    /// Contracts that are rated otherwise than by what their calls add up to, one by one. What no
    /// slice was cut of yet is not charged yet.
    List<String> ratedAstray() {
        return sql.list(
                """
                with counted as (
                    select stream, sum(hits) as hits, sum(misses) as misses, sum(errors) as errors,
                        sum(rows) as rows, sum(bytes) as bytes, sum(cpu_millis) as cpu_millis,
                        sum(turnover_minor) as turnover_minor
                    from (
                        select stream, sum(sign) filter (where outcome = 'HIT') as hits,
                            sum(sign) filter (where outcome = 'MISS') as misses,
                            sum(sign) filter (where outcome = 'ERROR') as errors,
                            sum(rows) as rows, sum(bytes) as bytes, sum(cpu_millis) as cpu_millis,
                            sum(turnover_minor) as turnover_minor
                        from (select *, case when units < 0 then -1 else 1 end as sign
                            from metering_call) one group by stream
                        union all
                        select stream, -hits, -misses, -errors, -rows, -bytes, -cpu_millis,
                            -turnover_minor
                        from metering_tally) part
                    group by stream)
                select s.contract_id from metering_stream s
                left join counted c on c.stream = s.stream
                left join settlement_rating r on r.contract_id = s.contract_id
                where (coalesce(c.hits, 0), coalesce(c.misses, 0), coalesce(c.errors, 0),
                        coalesce(c.rows, 0), coalesce(c.bytes, 0), coalesce(c.cpu_millis, 0),
                        coalesce(c.turnover_minor, 0))
                    is distinct from (coalesce(r.hits, 0), coalesce(r.misses, 0),
                        coalesce(r.errors, 0), coalesce(r.rows, 0), coalesce(r.bytes, 0),
                        coalesce(r.cpu_millis, 0), coalesce(r.turnover_minor, 0))
                order by 1 limit 100
                """,
                row -> row.getString(1));
    }

    /// Contracts whose counters have gaps.
    List<String> countersAstray() {
        return sql.list(
                """
                select s.contract_id from metering_stream s left join (
                    select stream, count(*) as calls, max(counter) as last
                    from metering_call group by stream) c on c.stream = s.stream
                where (coalesce(c.calls, 0), coalesce(c.last, 0))
                    is distinct from (s.next_counter - 1, s.next_counter - 1)
                order by 1 limit 100
                """,
                row -> row.getString(1));
    }

    /// What of the evidence log is not what was signed: places without an entry, entries and nodes
    /// with another hash, a log that is not as long as its newest checkpoint, or another root.
    List<String> logAstray() {
        return sql.list(
                """
                with recursive newest as (select tree_size as size, root_hash
                    from evidence_checkpoint order by tree_size desc limit 1),
                peaks as (
                    select row_number() over (order by n.level) as place,
                        decode(substr(n.hash, 8), 'hex') as hash
                    from newest cross join generate_series(0, 62) l(level)
                    join evidence_node n on n.level = l.level and n.index = (size >> l.level) - 1
                    where (size >> l.level) & 1 = 1),
                folded(place, hash) as (
                    select place, hash from peaks where place = 1
                    union all
                    select p.place, sha256('\\x01'::bytea || p.hash || f.hash)
                    from folded f join peaks p on p.place = f.place + 1)
                select 'checkpoint/' || size from newest where root_hash is distinct from
                        'sha256:' || encode((select hash from folded
                            order by place desc limit 1), 'hex')
                    or size <> (select count(*) from evidence_leaf)
                    or size <> (select max(index) + 1 from evidence_leaf)
                union all
                (select e.id from evidence_leaf l join evidence_entry e on e.id = l.entry_id
                left join evidence_node n on n.level = 0 and n.index = l.index
                where n.hash is distinct from 'sha256:'
                    || encode(sha256('\\x00'::bytea || convert_to(e.document, 'UTF8')), 'hex')
                limit 100)
                union all
                (select 'node/' || p.level || '/' || p.index from evidence_node p
                left join evidence_node a on a.level = p.level - 1 and a.index = 2 * p.index
                left join evidence_node b on b.level = p.level - 1 and b.index = 2 * p.index + 1
                where p.level > 0 and p.hash is distinct from 'sha256:' || encode(
                    sha256('\\x01'::bytea || decode(substr(a.hash, 8), 'hex')
                        || decode(substr(b.hash, 8), 'hex')), 'hex')
                limit 100)
                """,
                row -> row.getString(1));
    }
}
