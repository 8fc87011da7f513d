-- When each rule that must always hold was last checked, and what came of it. What is broken has a
-- ticket.
create table settlement_invariant (
    rule text primary key,
    checked_at timestamptz not null,
    broken int not null check (broken >= 0),
    millis bigint not null check (millis >= 0)
);
