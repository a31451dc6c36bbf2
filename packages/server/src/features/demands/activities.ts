/** What a demand asks a bearer to do, by its kind's own fields. */
import type { Activity } from '@qingzhuang/analysis';
import type { DeepReadonly, demands } from '@qingzhuang/contract';

type Details = DeepReadonly<demands.DemandDetails>;
type DetailsOf<Kind extends Details['kind']> = Extract<Details, { readonly kind: Kind }>;

const MINUTE_MS = 60_000;
/** A short written report, where nobody says how long. */
const REPORT_CHARACTERS = 800;

/** The activities behind a demand. The kind itself costs nothing: what counts is what it makes people do. */
export function activitiesOf(details: Details): readonly Activity[] {
  return eachTime(details).map(({ activity, factors }) => ({
    activity,
    // An app is installed once, however often it is used.
    factors: { ...factors, occurrences: activity === 'install-app' ? 1 : details.timesPerYear },
  }));
}

function eachTime(details: Details): readonly Activity[] {
  const { otherMinutes = 0 } = details;
  return [...ownWork(details), ...some(otherMinutes, { activity: 'other-work', factors: { minutes: otherMinutes } })];
}

function ownWork(details: Details): readonly Activity[] {
  switch (details.kind) {
    case 'meeting':
      return meeting(details);
    case 'document':
      return [
        { activity: 'read', factors: { characters: details.characters } },
        ...some(details.plans, { activity: 'write-plan', factors: { items: details.plans } }),
        ...reports(details.reports),
      ];
    case 'form':
      return [form(details)];
    case 'inspection':
      return [{ activity: 'reception', factors: { people: details.people, items: 0 } }, ...material(details.items)];
    case 'task':
      return task(details);
    case 'platform':
      return platform(details);
    case 'plaque':
      return [{ activity: 'hang-plaque', factors: { items: details.plaques } }];
    case 'campaign':
      return [
        ...material(details.items),
        ...some(details.plaques, { activity: 'hang-plaque', factors: { items: details.plaques } }),
        ...reports(details.reports),
      ];
  }
}

function meeting({ mode, startsAt, endsAt, people, talks }: DetailsOf<'meeting'>): Activity[] {
  return [
    {
      activity: 'attend-meeting',
      factors: {
        minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS,
        people,
        // Whoever joins by line does not travel; where both are possible, villages mostly must come.
        trips: mode === 'video' ? 0 : 1,
      },
    },
    ...some(talks, { activity: 'write-report', factors: { characters: REPORT_CHARACTERS, people: talks } }),
  ];
}

function form({ fields, rows, signatures, prints }: DetailsOf<'form'>): Activity {
  return {
    activity: 'fill-form',
    factors: {
      rows,
      textFields: fields.text,
      numberFields: fields.number,
      choiceFields: fields.choice,
      dateFields: fields.date,
      longTextFields: fields.longText,
      fileFields: fields.file,
      knownFields: fields.known,
      signatures,
      prints,
    },
  };
}

function task({ reports: written, visits, photos, people, days }: DetailsOf<'task'>): Activity[] {
  return [
    ...some(visits, { activity: 'visit', factors: { items: visits } }),
    ...some(photos, { activity: 'photograph', factors: { items: photos } }),
    ...some(days, { activity: 'secondment', factors: { days, people } }),
    ...reports(written),
  ];
}

function platform({ installs, entries, checkIns, people }: DetailsOf<'platform'>): Activity[] {
  return [
    ...some(installs, { activity: 'install-app', factors: { items: installs, people } }),
    ...some(entries, { activity: 'keep-ledger', factors: { items: entries, people } }),
    ...some(checkIns, { activity: 'check-in', factors: { items: checkIns, people } }),
  ];
}

/** The same material costs the same, whether a visit asks for it or a contest. */
function material(items: number): Activity[] {
  return some(items, { activity: 'prepare-material', factors: { items } });
}

function reports(count: number): Activity[] {
  return some(count, { activity: 'write-report', factors: { characters: REPORT_CHARACTERS, people: count } });
}

function some(count: number, activity: Activity): Activity[] {
  return count > 0 ? [activity] : [];
}
