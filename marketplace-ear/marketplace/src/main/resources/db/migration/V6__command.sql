-- The answers of commands, by caller and key.
create table command_answer (
    id text primary key,
    request_hash text not null,
    status int not null,
    body text not null,
    at timestamptz not null
);
