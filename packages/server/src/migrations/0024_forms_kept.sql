-- What waits for the town is kept beside what the issuer has: the latter stays until the former is approved.
alter table form_fill
  add pending_content bytea,
  add pending_tally jsonb,
  drop constraint form_fill_check1;
update form_fill set pending_content = content, pending_tally = tally where state = 'awaiting-approval';
alter table form_fill
  add check (state <> 'awaiting-approval' or (pending_content is not null and pending_tally is not null)),
  add check (state not in ('sent', 'produced') or content is not null);

-- Why a row was struck out. What a clerk said of it in his own words names people, so it is sealed.
alter table form_row
  add reason text check (reason in ('moved', 'died', 'not-ours', 'listed-twice', 'added-by-mistake', 'other')),
  add words bytea;
update form_row set reason = case removed
  when '已迁走' then 'moved' when '已去世' then 'died' when '不是本单位的' then 'not-ours'
  when '重复列出' then 'listed-twice' when '误加' then 'added-by-mistake' else 'other' end
where removed is not null;
alter table form_row drop column removed;
