-- What is on the shelf. The sheet is kept as it was when the product was listed.
create table catalog_listing (
    id                 text primary key,
    product_id         text not null,
    product_code       text not null,
    merchant_id        text not null,
    merchant_name      text not null,
    certificate_number text not null,
    row_count          bigint not null,
    sector             text not null,
    sheet              text not null,
    terms              text not null,
    tasks              text not null,
    name_text          text not null,
    keyword_text       text not null,
    rest_text          text not null,
    state              text not null check (state in ('LISTED', 'DELISTED')),
    listed_at          timestamptz not null
);
create unique index catalog_listing_once on catalog_listing (product_id) where state = 'LISTED';
create index catalog_listing_merchant on catalog_listing (merchant_id, id desc);

create table catalog_plan (
    id            text primary key,
    listing_id    text not null references catalog_listing,
    position      int not null,
    name          text not null,
    units         bigint not null check (units > 0),
    price         bigint not null check (price > 0),
    currency      text not null,
    unit_price    text not null,
    validity_days int not null check (validity_days > 0),
    unique (listing_id, position)
);
