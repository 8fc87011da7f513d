create table dispatch_job (
    id              text primary key,
    contract_id     text not null,
    consumer_id     text not null,
    provider_id     text not null,
    state           text not null,
    attempt         int not null check (attempt between 1 and 3),
    deadline        timestamptz not null,
    identity        text not null,
    current_attempt text,
    trouble         text,
    result          text,
    history         text not null,
    ended_at        timestamptz,
    check ((state in ('DELIVERED', 'REFUSED', 'FAILED', 'CANCELLED')) = (ended_at is not null))
);
create index dispatch_job_consumer on dispatch_job (consumer_id, id desc);
create index dispatch_job_provider on dispatch_job (provider_id, id desc);
create index dispatch_job_deadline on dispatch_job (deadline) where ended_at is null;

-- What committed transitions owe. Done entries stay as a trace.
create table dispatch_outbox (
    id      bigint generated always as identity primary key,
    job_id  text not null references dispatch_job,
    attempt int not null,
    step    text not null,
    state   text not null check (state in ('DUE', 'DONE', 'DEAD')),
    tries   int not null,
    due_at  timestamptz not null,
    error   text
);
create index dispatch_outbox_due on dispatch_outbox (due_at) where state = 'DUE';

-- The last word of each node; best effort, so apart from the job that it would lock.
create table dispatch_progress (
    job_id  text not null references dispatch_job,
    node_id text not null,
    attempt int not null,
    phase   text not null,
    done    bigint not null,
    total   bigint not null,
    unit    text not null,
    at      timestamptz not null,
    primary key (job_id, node_id)
);

create table dispatch_receipt (
    job_id  text primary key references dispatch_job,
    receipt text not null
);
