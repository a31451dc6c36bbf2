import { strToU8, zipSync, type Zippable } from 'fflate';

/** Builds a package from its parts by name. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files);
}

export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly footer?: string;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const STORY_PARTS = ['styles', 'numbering', 'footnotes', 'header', 'footer'] as const;
const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  header: 'hdr',
  footer: 'ftr',
} as const;

/** Builds a Word document from the inner XML of its parts. */
export function docxOf(parts: DocxParts): Uint8Array {
  const present = STORY_PARTS.filter((name) => parts[name] !== undefined);
  const links = present.map((name) => relationship(name, name, `${name}.xml`));
  return zipOf({
    '_rels/.rels': relationships([relationship('main', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `<w:document ${WORD}><w:body>${parts.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(links),
    ...Object.fromEntries(
      present.map((name) => [`word/${name}.xml`, `<w:${ROOTS[name]} ${WORD}>${parts[name] ?? ''}</w:${ROOTS[name]}>`]),
    ),
  });
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
}

/** One paragraph of a Word document, with the inner XML of its properties. */
export function docxParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Builds a fixed-layout file of the national format; each page is the inner XML of its layer. */
export function ofdOf(pages: readonly string[], folder = 'Doc_0'): Uint8Array {
  const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const list = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  return zipOf({
    'OFD.xml': `<ofd:OFD ${namespace}><ofd:DocBody><ofd:DocRoot>/${folder}/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    [`${folder}/Document.xml`]: `<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((layer, index) => [
        `${folder}/Pages/Page_${index}/Content.xml`,
        `<ofd:Page ${namespace}><ofd:Content><ofd:Layer ID="9">${layer}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
  });
}

/** A line of text of a fixed-layout page; positions in millimetres, the character size is 5. */
export function ofdLine(text: string, x: number, y: number): string {
  return `<ofd:TextObject Boundary="${x} ${y} 180 6" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g ${Math.max(0, text.length - 1)} 5">${text}</ofd:TextCode></ofd:TextObject>`;
}

/** Builds a PDF of one page per content stream, with one Chinese font that is not embedded. */
export function pdfOf(contents: readonly string[], encoding = 'UniGB-UCS2-H', trailer = ''): Uint8Array {
  const first = 6;
  const pages = contents.map((_, index) => `${first + 2 * index} 0 R`);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.join(' ')}]/Count ${contents.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + 2 * index + 1} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]),
  ];
  return pdfFrom(objects, trailer);
}

/** Builds a PDF from its objects, the catalogue first; a letter is a byte. */
export function pdfFrom(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`;
  return strToU8(`${text}xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`, true);
}

/** Shows text in UCS-2 at a place of a PDF page, in points from the lower left. */
export function pdfLine(text: string, x: number, y: number): string {
  const codes = Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  return `BT /F1 16 Tf ${x} ${y} Td <${codes.join('')}> Tj ET`;
}
