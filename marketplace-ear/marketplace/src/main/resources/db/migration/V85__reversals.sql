-- Which call a call reverses, 冲正: each is reversed once. The reversal itself is a call like any
-- other, with negative units.
create table metering_reversal (
    id uuid not null,
    source text not null,
    stream bigint not null,
    counter bigint not null,
    primary key (id, source),
    constraint metering_reversal_call unique (stream, counter)
);
create trigger metering_reversal_append_only before update or delete or truncate
    on metering_reversal for each statement execute function ledger_append_only();

-- Units that reversed calls gave back to a pack.
create table quota_return (
    key text not null,
    pack_id text not null references quota_pack,
    units bigint not null check (units > 0),
    at timestamptz not null,
    primary key (key, pack_id)
);
create index quota_return_pack on quota_return (pack_id);
create trigger quota_return_append_only before update or delete or truncate on quota_return
    for each statement execute function ledger_append_only();
-- What was consumed of a pack.
create index quota_lease_pack on quota_lease (pack_id);
