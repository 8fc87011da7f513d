-- Buyers of whom all use is stopped, or was.
create table quota_buyer (
    buyer text primary key,
    frozen boolean not null,
    reason text not null,
    at timestamptz not null
);

-- Whether a contract stands still because its buyer does: it goes on with the buyer.
alter table quota_standing add column by_buyer boolean not null default false;
