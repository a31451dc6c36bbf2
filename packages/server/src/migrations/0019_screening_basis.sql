-- What the register and the calendar said when a demand was screened, as far as the screening has asked: the settings of
-- that day can be read at any time, what the register held then cannot.
create table screening_basis (
  county text not null,
  demand uuid not null,
  -- Of the event that the screening stands in.
  version int not null,
  basis jsonb not null,
  primary key (county, demand, version),
  foreign key (county, demand) references demand
);
call wall_off('screening_basis');
call make_append_only('screening_basis');
call make_audited('screening_basis');
