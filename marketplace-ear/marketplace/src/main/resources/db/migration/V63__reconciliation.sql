-- What was compared on a day, 对账, and how much there was.
create table settlement_reconciliation (
    id text primary key,
    day date not null,
    jobs_delivered bigint not null,
    runs_metered bigint not null,
    runs_charged bigint not null,
    calls_received bigint not null,
    calls_metered bigint not null,
    calls_charged bigint not null,
    gross_charged bigint not null,
    gross_in_ledger bigint not null,
    differences int not null,
    at timestamptz not null
);
create index settlement_reconciliation_day on settlement_reconciliation (day, at);
create trigger settlement_reconciliation_append_only before update or delete or truncate
    on settlement_reconciliation for each statement execute function ledger_append_only();

-- A difference that somebody has to look into.
create table settlement_ticket (
    id text primary key,
    day date not null,
    kind text not null,
    subject text not null,
    detail text not null,
    state text not null check (state in ('OPEN', 'RESOLVED')),
    found_at timestamptz not null,
    resolution text,
    resolved_at timestamptz
);
create unique index settlement_ticket_once on settlement_ticket (kind, subject)
    where state = 'OPEN';
create function settlement_ticket_step() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state = 'RESOLVED'
        or to_jsonb(new) - array['state', 'resolution', 'resolved_at']
            <> to_jsonb(old) - array['state', 'resolution', 'resolved_at'] then
        raise exception 'ticket % is %', old.id, old.state;
    end if;
    return new;
end $$;
create trigger settlement_ticket_step before update or delete on settlement_ticket
    for each row execute function settlement_ticket_step();
