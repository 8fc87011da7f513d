-- A charge is of a run, of calls, or a refund of either; it belongs to one month of the books.
alter table settlement_charge rename column meter_record_id to id;
alter table settlement_charge
    alter column job_id drop not null,
    alter column transfer_id drop not null,
    drop constraint settlement_charge_units_check,
    drop constraint settlement_charge_merchant_share_check,
    drop constraint settlement_charge_commission_net_check,
    drop constraint settlement_charge_vat_check,
    drop constraint settlement_charge_adds_up,
    add column kind text not null default 'RUN' check (kind in ('RUN', 'CALLS', 'REFUND')),
    add column day date,
    add column period date,
    add column original_id text references settlement_charge,
    add column partner_share bigint not null default 0,
    add column slice_id bigint unique,
    add column batch_id bigint,
    add column price_version text,
    add column calls bigint,
    add column from_counter bigint,
    add column to_counter bigint;
-- Rows cannot be updated, so the columns are filled by the change of type.
alter table settlement_charge
    alter column day type date using (at at time zone 'Asia/Shanghai')::date,
    alter column period type date using date_trunc('month', at at time zone 'Asia/Shanghai')::date;
alter table settlement_charge
    alter column day set not null,
    alter column period set not null,
    add constraint settlement_charge_adds_up
        check (gross = merchant_share + partner_share + commission_net + vat),
    add constraint settlement_charge_one_sign check (
        least(merchant_share, partner_share, commission_net, vat) >= 0 and kind <> 'REFUND'
        or greatest(merchant_share, partner_share, commission_net, vat) <= 0 and kind <> 'RUN'),
    add constraint settlement_charge_has_source check (
        (kind = 'RUN') = (job_id is not null and original_id is null)
        and (kind = 'CALLS') = (slice_id is not null)
        and (kind = 'REFUND') = (original_id is not null)),
    add constraint settlement_charge_period check (date_trunc('month', period) = period);
create index settlement_charge_consumer on settlement_charge (consumer, period);
create index settlement_charge_provider on settlement_charge (provider, period, day);
create index settlement_charge_period on settlement_charge (period);
create index settlement_charge_original on settlement_charge (original_id)
    where original_id is not null;

-- What others than the contract's provider get of a charge.
create table settlement_charge_share (
    charge_id text not null references settlement_charge,
    party text not null,
    role text not null check (role in ('PROVIDER', 'ALGORITHM', 'CHANNEL')),
    amount bigint not null check (amount <> 0),
    primary key (charge_id, party, role)
);
create index settlement_charge_share_party on settlement_charge_share (party);
create trigger settlement_charge_share_append_only before update or delete or truncate
    on settlement_charge_share for each statement execute function ledger_append_only();

-- What a contract has used and been charged so far. A cache: its charges add up to it.
create table settlement_rating (
    contract_id text primary key,
    units bigint not null default 0,
    gross bigint not null default 0,
    calls_gross bigint not null default 0,
    calls_commission bigint not null default 0,
    calls_vat bigint not null default 0
);
insert into settlement_rating (contract_id, units, gross)
select contract_id, sum(units), sum(gross) from settlement_charge group by contract_id;

-- The exchange's commission and its VAT, in hundredths of a percent. A contract keeps the terms of
-- the day on which it was drafted.
create table settlement_terms (
    effective_from date primary key,
    commission_basis_points int not null check (commission_basis_points between 0 and 10000),
    vat_basis_points int not null check (vat_basis_points between 0 and 10000)
);
insert into settlement_terms values ('2020-01-01', 200, 600);

-- Months whose books are cut, 关账. What comes later belongs to a later month.
create table settlement_books (
    period date primary key check (date_trunc('month', period) = period),
    cut_at timestamptz not null
);
create trigger settlement_books_append_only before update or delete or truncate
    on settlement_books for each statement execute function ledger_append_only();

create function settlement_books_open() returns trigger language plpgsql as $$
begin
    if exists (select from settlement_books where period >= new.period) then
        raise exception 'the books of % are cut', new.period;
    end if;
    return new;
end $$;
create trigger settlement_charge_in_open_books before insert on settlement_charge
    for each row execute function settlement_books_open();

-- The lines of everybody's statements. Calls of one contract, day and price are one line; so is, for
-- the exchange itself, everything of one contract and day.
create view settlement_line as
select party, side, period, kind, day, contract_id, product_name, consumer, provider, line_key,
    case when count(*) = 1 then min(job_id) end as job_id,
    case when count(*) = 1 then min(original_id) end as original_id,
    max(at) as at, count(*) as charges, sum(units)::bigint as units,
    sum(gross)::bigint as gross, sum(merchant_share)::bigint as merchant_share,
    sum(partner_share)::bigint as partner_share,
    sum(commission_net)::bigint as commission_net, sum(vat)::bigint as vat,
    sum(paid)::bigint as paid, sum(earned)::bigint as earned
from (
    select c.*, c.consumer as party, 'CONSUMER' as side, c.gross as paid, 0 as earned,
        case when kind = 'CALLS' then concat_ws('/', contract_id, day, price_version) else id end
            as line_key
    from settlement_charge c
    union all
    select c.*, c.provider, 'PROVIDER', 0, c.merchant_share,
        case when kind = 'CALLS' then concat_ws('/', contract_id, day, price_version) else id end
    from settlement_charge c
    union all
    select c.*, s.party, 'PARTNER', 0, s.amount,
        case when kind = 'CALLS' then concat_ws('/', contract_id, day, price_version) else id end
            || '/' || s.role
    from settlement_charge_share s join settlement_charge c on c.id = s.charge_id
    union all
    select c.*, 'exchange', 'EXCHANGE', 0, c.commission_net, concat_ws('/', contract_id, day)
    from settlement_charge c
) sided
group by party, side, period, kind, day, contract_id, product_name, consumer, provider, line_key;

create table settlement_statement (
    id text primary key,
    party text not null,
    side text not null,
    period date not null references settlement_books,
    state text not null check (state in ('DRAFT', 'APPROVED', 'CLOSED')),
    currency text not null,
    lines bigint not null,
    gross bigint not null,
    merchant_share bigint not null,
    partner_share bigint not null,
    commission_net bigint not null,
    vat bigint not null,
    paid bigint not null,
    earned bigint not null,
    lines_hash text not null,
    approvals_needed int not null,
    drafted_at timestamptz not null,
    approved_at timestamptz,
    closed_at timestamptz,
    constraint settlement_statement_once unique (party, period)
);
create index settlement_statement_period on settlement_statement (period, id);

-- DRAFT, APPROVED, CLOSED, in this order; nothing else of a statement ever changes.
create function settlement_statement_frozen() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'statement % stays', old.id;
    end if;
    if (old.state, new.state) not in (('DRAFT', 'APPROVED'), ('APPROVED', 'CLOSED'))
        or to_jsonb(new) - array['state', 'approved_at', 'closed_at']
            <> to_jsonb(old) - array['state', 'approved_at', 'closed_at']
        or old.approved_at is distinct from new.approved_at and old.state <> 'DRAFT' then
        raise exception 'statement % is %', old.id, old.state;
    end if;
    return new;
end $$;
create trigger settlement_statement_frozen before update or delete on settlement_statement
    for each row execute function settlement_statement_frozen();
create trigger settlement_statement_stays before truncate on settlement_statement
    for each statement execute function ledger_append_only();

-- Who approved what, 四眼原则: the key lets nobody approve one thing twice.
create table settlement_approval (
    subject text not null,
    what text not null,
    username text not null,
    at timestamptz not null,
    primary key (subject, username)
);
create trigger settlement_approval_append_only before update or delete or truncate
    on settlement_approval for each statement execute function ledger_append_only();
