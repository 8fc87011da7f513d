-- What came of the calls that a contract was charged for: a price may ask for hits only. What was
-- set aside for use as it comes, and not used, is returned when the contract is over.
alter table settlement_rating add column hits bigint not null default 0;
alter table settlement_rating add column misses bigint not null default 0;
alter table settlement_rating add column errors bigint not null default 0;
alter table settlement_rating add column returned bigint not null default 0 check (returned >= 0);

update settlement_rating r set hits = used.hits, misses = used.misses, errors = used.errors
from (
    select s.contract_id, sum(c.hits) as hits, sum(c.misses) as misses, sum(c.errors) as errors
    from metering_slice c join metering_stream s on s.stream = c.stream
    group by s.contract_id
) used
where used.contract_id = r.contract_id;
