-- A result that waits for reviewers, and what they decided. Its delivery is a further attempt, so
-- there may be more attempts than tries of either.
alter table dispatch_job add column held text;
alter table dispatch_job drop constraint dispatch_job_attempt_check;
alter table dispatch_job add check (attempt between 1 and 9);

-- Reviews as the nodes signed them.
create table dispatch_review (
    id        bigint generated always as identity primary key,
    job_id    text not null references dispatch_job,
    attempt   int not null,
    sha256    text not null,
    node_id   text not null,
    document  text not null,
    signature text not null,
    at        timestamptz not null,
    unique (job_id, attempt, sha256)
);
