create table merchant_merchant (
    id text primary key,
    name text not null,
    credit_code text not null,
    type text not null,
    state text not null,
    contact text not null,
    applied_by text not null,
    applied_at timestamptz not null,
    decided_at timestamptz,
    decision_reason text
);
-- One organisation, one application, unless it was refused.
create unique index merchant_merchant_credit_code on merchant_merchant (credit_code)
    where state <> 'REJECTED';

create table merchant_member (
    username text primary key,
    merchant_id text not null references merchant_merchant
);
create index merchant_member_merchant on merchant_member (merchant_id);
