-- What a gateway counts of the amounts that its calls were about, in minor units of the price's
-- currency.
alter table metering_gateway_count add column turnover_minor bigint not null default 0;
