-- Seven references a transfer were more than half of what posting cost the database. The ledger
-- writes under the locks of the accounts that it refers to; what is referred to is never deleted,
-- and the audit finds what would point nowhere.
alter table ledger_entry
    drop constraint ledger_entry_transfer_id_fkey,
    drop constraint ledger_entry_account_id_fkey;
alter table ledger_leg
    drop constraint ledger_leg_transfer_id_fkey,
    drop constraint ledger_leg_debit_account_fkey,
    drop constraint ledger_leg_credit_account_fkey;
create trigger ledger_account_stays before delete or truncate on ledger_account
    for each statement execute function ledger_append_only();
create trigger ledger_transfer_stays before delete or truncate on ledger_transfer
    for each statement execute function ledger_append_only();

-- Room to update a balance within its page.
alter table ledger_account set (fillfactor = 60);
