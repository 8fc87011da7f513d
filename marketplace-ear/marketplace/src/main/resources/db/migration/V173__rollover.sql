-- What a pack takes over of the one that ends before it, 结转.
alter table quota_pack add column rollover bigint not null default 0 check (rollover >= 0);

-- A pack passes units on once, when it ends.
create table quota_rollover (
    from_pack text primary key references quota_pack,
    to_pack   text not null references quota_pack,
    units     bigint not null check (units > 0),
    at        timestamptz not null
);
create index quota_rollover_to on quota_rollover (to_pack);

-- Which of the units that were bought for a supplemented contract expired, counted in the order of
-- buying: what use costs afterwards leaves them out.
create table quota_lapse (
    pack_id   text not null references quota_pack,
    from_unit bigint not null check (from_unit >= 0),
    units     bigint not null check (units > 0),
    primary key (pack_id, from_unit)
);

-- With supplements money expires pack by pack, and not only with the last.
alter table settlement_rating drop constraint settlement_rating_broken_at_end;
