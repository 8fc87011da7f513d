-- What the batches have counted and no slice has yet: the sums of one batch by contract, day and
-- price version. A slice takes its tallies away; consumed is what the calls took of the quota.
create table metering_tally (
    batch bigint not null,
    stream bigint not null,
    day date not null,
    price_version text not null,
    calls bigint not null,
    hits bigint not null,
    misses bigint not null,
    errors bigint not null,
    rows bigint not null,
    bytes bigint not null,
    cpu_millis bigint not null,
    units bigint not null,
    consumed bigint not null,
    from_counter bigint not null,
    to_counter bigint not null,
    primary key (batch, stream, day)
);

create sequence metering_slice_id;
select setval('metering_slice_id', (select coalesce(max(id), 0) + 1 from metering_slice));
