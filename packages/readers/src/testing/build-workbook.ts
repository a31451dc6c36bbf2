import { zipOf } from './build-files.ts';

/** What a workbook of a test is made of; everything but the sheets is optional. */
export interface WorkbookParts {
  /** By name: the markup of a sheet from `<dimension>` or `<sheetData>` on, as it stands inside its root element. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Markup of the workbook before and behind its list of sheets. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly styles?: string;
  /** Further links of the workbook, as `type target`, and of the first sheet. */
  readonly workbookLinks?: readonly string[];
  readonly sheetLinks?: readonly string[];
  /** Further parts by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const NAMESPACES = `${MAIN} xmlns:r="${OFFICE}"`;

/** Builds a workbook from the markup of its parts, so that a test sees every byte that it fills. */
export function workbookOf(parts: WorkbookParts): Uint8Array {
  const names = Object.keys(parts.sheets);
  const sheets = names.map((name, index) => {
    return `<sheet name="${name.replaceAll('&', '&amp;')}" sheetId="${index + 1}" r:id="s${index + 1}"/>`;
  });
  const links = names.map((_, index) => link(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  if (parts.styles !== undefined) links.push(link('styles', 'styles', 'styles.xml'));
  const types = [
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
    ...names.map((_, index) => typeOf(`worksheets/sheet${index + 1}`, `${SPREADSHEET}.worksheet+xml`)),
    ...(parts.styles === undefined ? [] : [typeOf('styles', `${SPREADSHEET}.styles+xml`)]),
    ...Object.keys(parts.parts ?? {}).flatMap(typeOfPart),
  ];
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    '_rels/.rels': relationships([link('w', 'officeDocument', 'xl/workbook.xml')]),
    'xl/_rels/workbook.xml.rels': relationships([...links, ...(parts.workbookLinks ?? []).map(furtherLink)]),
    'xl/workbook.xml': `<workbook ${NAMESPACES}>${parts.beforeSheets ?? ''}<sheets>${sheets.join('')}</sheets>${parts.afterSheets ?? ''}</workbook>`,
    ...Object.fromEntries(
      Object.values(parts.sheets).map((markup, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        markup.startsWith('<?xml') ? markup : `<worksheet ${NAMESPACES}>${markup}</worksheet>`,
      ]),
    ),
    ...(parts.styles !== undefined && { 'xl/styles.xml': `<styleSheet ${MAIN}>${parts.styles}</styleSheet>` }),
    ...(parts.sheetLinks !== undefined && {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(parts.sheetLinks.map(furtherLink)),
    }),
    ...parts.parts,
  });
}

/** A row of texts; an empty one is a cell with a style and nothing in it. */
export function textRow(number: number, texts: readonly string[], style = 0): string {
  const cells = texts.map((text, index) => {
    const reference = `${String.fromCharCode(65 + index)}${number}`;
    return text === ''
      ? `<c r="${reference}" s="${style}"/>`
      : `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function furtherLink(words: string, index: number): string {
  const [type = '', target = ''] = words.split(' ');
  return link(`rId${index + 1}`, type, target);
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

function typeOf(path: string, type: string): string {
  return `<Override PartName="/xl/${path}.xml" ContentType="${type}"/>`;
}

/** Content types of the parts that tests add. */
function typeOfPart(path: string): string[] {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^xl\/(calcChain|sharedStrings)\.xml$/u, `${SPREADSHEET}.$1+xml`],
    [/^xl\/(table)s\/[^/]+\.xml$/u, `${SPREADSHEET}.$1+xml`],
    [/^xl\/(comments)\d*\.xml$/u, `${SPREADSHEET}.$1+xml`],
    [/^xl\/(drawing)s\/[^/]+\.xml$/u, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
    [/^xl\/(chart)s\/[^/]+\.xml$/u, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  ];
  for (const [pattern, type] of kinds) {
    const found = pattern.exec(path);
    if (found !== null) return [typeOf(path.slice(3, -4), type.replace('$1', found[1] ?? ''))];
  }
  return [];
}
