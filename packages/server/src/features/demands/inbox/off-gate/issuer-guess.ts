/** Which unit ordered something, by the names in the text. */

export interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly nature: string;
}

/** Units that give orders to the grassroots; villages do not. */
const ORDERING: ReadonlySet<string> = new Set([
  ...['county', 'township', 'subdistrict', 'general-office', 'department', 'coordination-body', 'office'],
]);

/**
 * The unit that the text names as its own: by the words the checker read as issuer, by the end of the text, or because
 * it is the only one named. Undefined where the text leaves it open.
 */
export function guessIssuer(
  { text, issuerWords }: { readonly text: string; readonly issuerWords: string | null },
  units: readonly NamedUnit[],
  bearer: string,
): NamedUnit | undefined {
  const ordering = units.filter(({ code, nature }) => ORDERING.has(nature) && code !== bearer);
  const county = units.find(({ nature }) => nature === 'county')?.name ?? '';
  const named = issuerWords === null ? [] : namedIn(issuerWords, ordering, county);
  const signed = namedIn(text.trim().slice(-SIGNATURE_CHARACTERS), ordering, county);
  return only(named) ?? only(signed) ?? only(namedIn(text, ordering, county));
}

const SIGNATURE_CHARACTERS = 40;

/** The unit, when exactly one is named. */
function only(units: readonly NamedUnit[]): NamedUnit | undefined {
  return units.length === 1 ? units[0] : undefined;
}

const SHORTEST_NAME = 3;

function namedIn(words: string, units: readonly NamedUnit[], county: string): NamedUnit[] {
  const found = units.flatMap((unit) => {
    const name = namesFor(unit.name, county).find((one) => one.length >= SHORTEST_NAME && words.includes(one));
    return name === undefined ? [] : [{ unit, name }];
  });
  // 县委办 stands inside 县委办公室: the longer name is the one that is meant.
  return found
    .filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)))
    .map(({ unit }) => unit);
}

/** The county in front of a department's name. */
const COUNTY_NAME = /^\p{Script=Han}{1,6}?[县市区旗](?=\p{Script=Han}{4})/u;

/** As people write it: with or without the county, with 县 alone, and without 人民政府 or 委员会. */
function namesFor(name: string, county: string): string[] {
  const short = county !== '' && name.startsWith(county) ? name.slice(county.length) : name.replace(COUNTY_NAME, '');
  const plain = short.replace(/人民政府|办事处|委员会办公室$|委员会$/u, '');
  return [name, `县${short}`, short, ...(plain === short ? [] : [plain])].filter((one) => one !== '');
}
