create table order_quote (
    id           text primary key,
    listing_id   text not null,
    plan_id      text not null,
    product_name text not null,
    buyer_id     text not null,
    amount       bigint not null check (amount >= 0),
    currency     text not null,
    units        bigint not null check (units > 0),
    explanation  text not null,
    expires_at   timestamptz not null
);

create table order_order (
    id             text primary key,
    quote_id       text not null unique references order_quote,
    listing_id     text not null,
    product_id     text not null,
    product_name   text not null,
    provider_id    text not null,
    provider_name  text not null,
    buyer_id       text not null,
    buyer_name     text not null,
    amount         bigint not null check (amount >= 0),
    currency       text not null,
    units          bigint not null check (units > 0),
    validity_days  int not null,
    state          text not null check (state in ('PLACED', 'CONTRACTED', 'CANCELLED')),
    reservation_id text not null,
    placed_at      timestamptz not null
);
create index order_order_buyer on order_order (buyer_id, id desc);
create index order_order_provider on order_order (provider_id, id desc);
