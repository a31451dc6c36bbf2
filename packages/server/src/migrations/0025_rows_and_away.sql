-- What clerks did with the cells of a row lies under one seal: a village of two thousand people with a dozen columns opens
-- two thousand of them and not twenty-four thousand. No release has kept cells one by one, and nothing but the program can
-- unseal them, so those of forms that are still open are asked for again.
drop table form_cell;
alter table form_row
  -- Sealed, by field: { value, state, prefilled, conflict, brought, on }.
  add cells bytea,
  -- It was struck out, of this form or in an earlier one, and stands again.
  add is_restored boolean not null default false,
  add check (not is_restored or reason is null),
  drop constraint form_row_reason_check,
  -- `not-asked`: rightly held, but this form is not about it. Says nothing of where somebody is.
  add constraint form_row_reason_check check (
    reason in ('not-asked', 'moved', 'died', 'not-ours', 'listed-twice', 'added-by-mistake', 'other')
  );

-- A unit has said in a form that a subject is not there. Its next forms leave the subject out, until somebody who knows
-- better says newer that it is there.
create table subject_away (
  county text not null,
  subject bigint not null,
  unit text not null,
  since date not null,
  reason text not null check (reason in ('moved', 'not-ours')),
  primary key (county, subject, unit),
  foreign key (county, subject) references subject,
  foreign key (county, unit) references unit
);
create index on subject_away (county, unit);
call wall_off('subject_away');

-- Both stand in the log as the end of a subject and its undoing do.
alter table subject_event
  drop constraint subject_event_what_check,
  drop constraint subject_event_check,
  add check (what in ('ended', 'restored', 'away', 'back')),
  add check ((ended_on is not null) = (what = 'ended'));
