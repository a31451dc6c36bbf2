import { lazy, type ReactElement, Suspense } from 'react';
import type { Fill } from '../../fills.ts';
import { Button } from '../../ui/button.tsx';
import { useCode } from './queries.ts';
import { useFillingWords } from './words.ts';

const QrImage = lazy(() => import('../../ui/qr-image.tsx').then((module) => ({ default: module.QrImage })));

/** Prints the page; on paper it carries who filled it in, and the demand's code to be scanned. */
export function FillPrint({ fill }: { readonly fill: Fill }): ReactElement {
  const words = useFillingWords();
  const code = useCode(fill);
  const { printed } = words;
  return (
    <>
      <Button onClick={() => print()}>{words.print}</Button>
      <span className="fill-paper">
        <span>
          {printed.unit}：{fill.unitName}
          {code !== null && `　${printed.code}：${code}`}
        </span>
        <span>
          {printed.signed}：　　　　　{printed.checked}：　　　　　{printed.on}：
        </span>
        {code !== null && (
          <Suspense>
            <QrImage text={new URL(`/C/${code}`, location.origin).href} />
          </Suspense>
        )}
      </span>
    </>
  );
}
