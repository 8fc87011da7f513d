-- What use costs beside the packs, in versions that are only ever added, 价目.
create table catalog_price (
    listing_id     text not null references catalog_listing,
    version        int not null check (version > 0),
    effective_from timestamptz not null,
    currency       text not null,
    steps          text not null,
    hash           text not null,
    primary key (listing_id, version)
);
create trigger catalog_price_append_only before update or delete or truncate on catalog_price
    for each statement execute function ledger_append_only();

-- How many units a call takes by what comes of it.
alter table catalog_listing add column rule text not null default '{"hit":1,"miss":1,"error":0}';
