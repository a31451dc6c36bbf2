import { createMatcher, STARTER_CATALOGUE } from '../../src/index.ts';
import { judgeWorkbook, type WorkbookVerdict } from './field-verdicts.ts';
import { readWorkbookSet, type SetName } from './workbook-set.ts';

/** The verdicts on all workbooks of a set together, against the starter catalogue. */
export async function measureSet(set: SetName): Promise<WorkbookVerdict> {
  const matcher = createMatcher(STARTER_CATALOGUE);
  const verdicts: WorkbookVerdict[] = [];
  for (const workbook of readWorkbookSet(set)) verdicts.push(await judgeWorkbook(workbook, matcher));
  return { fields: verdicts.flatMap(({ fields }) => fields), extra: verdicts.flatMap(({ extra }) => extra) };
}
