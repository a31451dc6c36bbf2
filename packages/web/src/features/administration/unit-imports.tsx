import { organisations } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { useMe } from '../../me.tsx';
import { ImportPanel, TableImport } from '../../ui/import-panel.tsx';
import { useAdministrationWords } from '../../messages/administration.ts';

/** Two ways to bring a county's units in. */
export function UnitImports(): ReactElement {
  const {
    administration: { units: words },
  } = useAdministrationWords();
  const { county } = useMe();
  const call = useApi();
  return (
    <>
      <ImportPanel
        title={words.byCode}
        hint={words.byCodeHint(county)}
        refreshes={['units']}
        run={(dryRun) => call(organisations.importDivisions, { dryRun })}
      />
      <TableImport
        title={words.byTable}
        hint={words.byTableHint}
        refreshes={['units']}
        run={(file, dryRun) => call(organisations.importUnits, { file, dryRun })}
      >
        <a href="/api/v1/units/export.xlsx" download>
          {words.export}
        </a>
      </TableImport>
    </>
  );
}
