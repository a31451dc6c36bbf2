import { QRCode } from 'antd';
import type { ReactElement } from 'react';

/** A text as a QR code, always dark on white: authenticators do not read it the other way round. */
export function QrImage({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="account-qr">
      <QRCode value={text} type="svg" size={180} color="#000000" bgColor="#ffffff" bordered={false} />
    </span>
  );
}
