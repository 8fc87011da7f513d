-- How the provider of a contract shares its part with others, 分润. A new version counts for what
-- is charged after it; pool and units are what was charged under it.
create table settlement_sharing (
    contract_id text not null,
    version int not null,
    terms text not null,
    pool bigint not null default 0,
    units bigint not null default 0,
    set_at timestamptz not null,
    primary key (contract_id, version)
);
create function settlement_sharing_step() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - array['pool', 'units']
            <> to_jsonb(old) - array['pool', 'units'] then
        raise exception 'the sharing terms of % stay', old.contract_id;
    end if;
    return new;
end $$;
create trigger settlement_sharing_step before update or delete on settlement_sharing
    for each row execute function settlement_sharing_step();
