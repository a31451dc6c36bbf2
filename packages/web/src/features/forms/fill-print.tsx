import type { ReactElement } from 'react';
import type { Fill } from '../../fills.ts';
import { Button } from '../../ui/button.tsx';
import { QrImage } from '../../ui/qr-image.tsx';
import { useCode } from './queries.ts';
import { useFillingWords } from './words.ts';

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
        {code !== null && <QrImage text={new URL(`/C/${code}`, location.origin).href} />}
      </span>
    </>
  );
}
