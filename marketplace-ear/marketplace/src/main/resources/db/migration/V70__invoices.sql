-- Tax invoices, 发票: blue for what a closed statement says, red for what is given back of it later.
create table settlement_invoice (
    id text primary key,
    kind text not null check (kind in ('BLUE', 'RED')),
    statement_id text not null references settlement_statement,
    seller text not null,
    seller_name text not null,
    buyer text not null,
    buyer_name text not null,
    buyer_credit_code text not null,
    currency text not null,
    net bigint not null,
    vat bigint not null,
    gross bigint not null check (gross > 0),
    original_id text references settlement_invoice,
    refund_id text references settlement_charge,
    state text not null check (state in ('REQUESTED', 'ISSUED', 'REFUSED')),
    number text,
    detail text,
    requested_at timestamptz not null,
    answered_at timestamptz,
    constraint settlement_invoice_adds_up check (net + vat = gross and net >= 0 and vat >= 0),
    constraint settlement_invoice_red check (
        (kind = 'RED') = (original_id is not null and refund_id is not null))
);
create unique index settlement_invoice_blue_once on settlement_invoice (statement_id, seller)
    where kind = 'BLUE' and state <> 'REFUSED';
create unique index settlement_invoice_red_once on settlement_invoice (refund_id, seller)
    where kind = 'RED';
create index settlement_invoice_buyer on settlement_invoice (buyer, id);
create index settlement_invoice_seller on settlement_invoice (seller, id);
create index settlement_invoice_requested on settlement_invoice (id) where state = 'REQUESTED';
create function settlement_invoice_step() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'REQUESTED'
        or to_jsonb(new) - array['state', 'number', 'detail', 'answered_at']
            <> to_jsonb(old) - array['state', 'number', 'detail', 'answered_at'] then
        raise exception 'invoice % is %', old.id, old.state;
    end if;
    return new;
end $$;
create trigger settlement_invoice_step before update or delete on settlement_invoice
    for each row execute function settlement_invoice_step();

-- The simulated tax office's own book.
create table simulated_invoice (
    order_id text primary key,
    number bigint generated always as identity,
    gross bigint not null,
    at timestamptz not null
);
