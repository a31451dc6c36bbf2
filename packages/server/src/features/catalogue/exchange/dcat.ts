import type { CountyElement } from '../elements/element.ts';

/** Terms of W3C DCAT 3, DCMI Terms, FOAF, SKOS, ODRL and CSVW; no other is used. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const ACCESS_RIGHTS = 'http://publications.europa.eu/resource/authority/access-right/';
const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/';

/** The words of the EU vocabularies that DCAT profiles use. */
const RIGHTS = { open: 'PUBLIC', conditional: 'RESTRICTED', closed: 'NON_PUBLIC' } as const;
const FREQUENCIES = {
  once: 'NEVER',
  yearly: 'ANNUAL',
  'half-yearly': 'ANNUAL_2',
  quarterly: 'QUARTERLY',
  monthly: 'MONTHLY',
  weekly: 'WEEKLY',
  daily: 'DAILY',
} as const;

export interface DescribedCatalogue {
  readonly county: string;
  readonly countyName: string;
  /** RFC 3339. */
  readonly at: string;
  readonly elements: readonly (CountyElement & { readonly ownerName: string | null; readonly changedAt: string })[];
}

/** The catalogue in DCAT 3 as JSON-LD: a data set for each element, of the unit that answers for it. */
export function describeCatalogue({ county, countyName, at, elements }: DescribedCatalogue): Record<string, unknown> {
  return {
    '@context': CONTEXT,
    '@id': `urn:qingzhuang:${county}:catalogue`,
    '@type': 'dcat:Catalog',
    'dcterms:title': { '@value': `${countyName}数据目录`, '@language': 'zh' },
    'dcterms:publisher': agent(`${county}000000`, countyName),
    'dcterms:language': { '@id': 'http://publications.europa.eu/resource/authority/language/ZHO' },
    'dcterms:modified': instant(at),
    'dcat:dataset': elements.map((element) => describeElement(county, element)),
  };
}

function describeElement(county: string, element: DescribedCatalogue['elements'][number]): Record<string, unknown> {
  const { key, name, aliases, definition, owner, ownerName, sharing, updatePeriod, legalBasis, heir, state } = element;
  return {
    '@id': idOf(county, key),
    '@type': 'dcat:Dataset',
    'dcterms:identifier': key,
    'dcterms:title': { '@value': name, '@language': 'zh' },
    'dcterms:description': { '@value': definition, '@language': 'zh' },
    'dcat:keyword': aliases.map((alias) => ({ '@value': alias, '@language': 'zh' })),
    'dcat:theme': { '@type': 'skos:Concept', '@id': `urn:qingzhuang:entity:${element.entity}` },
    ...(owner !== null && { 'dcterms:publisher': agent(owner, ownerName ?? owner) }),
    'dcterms:accessRights': { '@type': 'dcterms:RightsStatement', '@id': `${ACCESS_RIGHTS}${RIGHTS[sharing]}` },
    'dcterms:accrualPeriodicity': { '@type': 'dcterms:Frequency', '@id': `${FREQUENCY}${FREQUENCIES[updatePeriod]}` },
    ...(legalBasis !== null && {
      'dcterms:provenance': { '@type': 'dcterms:ProvenanceStatement', 'dcterms:description': legalBasis },
    }),
    ...(state === 'retired' && heir !== null && { 'dcterms:isReplacedBy': { '@id': idOf(county, heir) } }),
    'dcterms:modified': instant(element.changedAt),
  };
}

function idOf(county: string, key: string): string {
  return `urn:qingzhuang:${county}:element:${key}`;
}

function agent(unit: string, name: string): Record<string, unknown> {
  return { '@id': `urn:qingzhuang:unit:${unit}`, '@type': 'foaf:Agent', 'foaf:name': name };
}

function instant(at: string): Record<string, unknown> {
  return { '@value': at, '@type': 'xsd:dateTime' };
}
