-- A price may count the size of calls, and periods. A period that begins is a charge of its own.
alter table settlement_rating
    add column rows bigint not null default 0,
    add column bytes bigint not null default 0,
    add column cpu_millis bigint not null default 0,
    add column periods bigint not null default 0 check (periods >= 0);

update settlement_rating r set rows = used.rows, bytes = used.bytes, cpu_millis = used.cpu_millis
from (
    select s.contract_id, sum(c.rows) as rows, sum(c.bytes) as bytes,
        sum(c.cpu_millis) as cpu_millis
    from metering_slice c join metering_stream s on s.stream = c.stream
    group by s.contract_id
) used
where used.contract_id = r.contract_id;

alter table settlement_charge
    drop constraint settlement_charge_kind_check,
    add constraint settlement_charge_kind_check
        check (kind in ('RUN', 'CALLS', 'PERIOD', 'REFUND'));
