import { organisations, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { importDivisions } from './divisions/operations.ts';
import { listDivisions } from './divisions/store.ts';
import { importUnits, readUnitTable } from './imports/operations.ts';
import { exportUnits, exportUnitWorkbook } from './exports/operations.ts';
import { assertAdministers, createUnit, dissolveUnit, mergeUnit, renameUnit } from './operations.ts';
import { getUnit, listTree, listUnits } from './store.ts';
import { countyUnit } from './unit-code.ts';

export function organisationRoutes(api: Api): void {
  api.on(organisations.listUnits, ({ db }, filter) => listUnits(db, filter));
  api.on(organisations.readUnitTree, async ({ db, actor }, { of = countyUnit(actor.county) }) => {
    const units = await listTree(db, of);
    if (units[0]?.code !== of) throw new Refusal('no-such-record');
    return { units: units.map(({ code, name, level, nature, parent }) => ({ code, name, level, nature, parent })) };
  });
  // Before the units by code: the last step of these addresses is no code.
  api.on(organisations.exportUnits, exportUnits);
  api.on(organisations.exportUnitWorkbook, exportUnitWorkbook);
  api.on(organisations.readUnit, ({ db }, { code }) => getUnit(db, code));
  api.on(organisations.createUnit, createUnit);
  api.on(organisations.renameUnit, renameUnit);
  api.on(organisations.mergeUnit, mergeUnit);
  api.on(organisations.dissolveUnit, dissolveUnit);
  api.onPrepared(
    organisations.importUnits,
    (_, request, actor) => {
      assertAdministers(actor);
      return readUnitTable(request);
    },
    importUnits,
  );
  api.onPrepared(
    organisations.importDivisions,
    async (_, { dryRun }, actor) => {
      assertAdministers(actor);
      return { dryRun, divisions: await listDivisions(actor.county) };
    },
    ({ db }, { dryRun, divisions }) => importDivisions(db, divisions, { dryRun }),
  );
}
