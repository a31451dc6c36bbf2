-- Who has taken a subject off the lists, or put it back, and why. `subject` holds what is so now.
create table subject_event (
  county text not null,
  subject bigint not null,
  number int not null check (number > 0),
  what text not null check (what in ('ended', 'restored')),
  -- The day since when it is no more; null where it is back.
  ended_on date,
  reason text not null check (reason <> ''),
  -- In whose name.
  unit text not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, subject, number),
  foreign key (county, subject) references subject,
  foreign key (county, unit) references unit,
  check ((ended_on is null) = (what = 'restored'))
);
call wall_off('subject_event');
call make_append_only('subject_event');
call make_audited('subject_event', '{person}', '{reason}');

-- The counts and what was held before follow from what is written. They run as their owner, so that nothing else that
-- the program may do can change them.
alter function count_new_facts() security definer set search_path = public, pg_temp;
alter function keep_past_facts() security definer set search_path = public, pg_temp;
alter function count_new_subjects() security definer set search_path = public, pg_temp;
alter function count_changed_subjects() security definer set search_path = public, pg_temp;
revoke insert, update, delete, truncate on fact_count, subject_count, fact_past from qingzhuang_app;
