-- A price may ask a share of the amounts that calls are about, in minor units of its currency.
alter table metering_call add column turnover_minor bigint not null default 0;
alter table metering_tally add column turnover_minor bigint not null default 0;
alter table metering_slice add column turnover_minor bigint not null default 0;
alter table settlement_rating add column turnover_minor bigint not null default 0;
