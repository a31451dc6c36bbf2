/** Writes the types that a foreign client generates from the OpenAPI document; the story over the API is told in them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDocument } from '../packages/server/src/app.ts';
import { describeApiTypes } from '../packages/server/src/testing/api-types.ts';

const HEADER = '// Written by tools/generate-api-types.ts from the OpenAPI document.\n\n';
const file = join(import.meta.dirname, '../packages/server/src/access/api.gen.ts');

writeFileSync(file, HEADER + (await describeApiTypes(apiDocument)));
