import type { ComponentProps, ReactElement } from 'react';
import './button.css';

interface Look {
  readonly kind?: 'default' | 'primary' | 'danger';
  readonly large?: boolean;
  /** As wide as what it stands in. */
  readonly wide?: boolean;
}

export type ButtonProps = Look & (({ readonly href: string } & ComponentProps<'a'>) | OwnButton);
type OwnButton = ComponentProps<'button'> & { readonly href?: never };

/** A button; with an address a link that looks like one. It does not submit a form unless it is told to. */
export function Button({ kind = 'default', large = false, wide = false, ...rest }: ButtonProps): ReactElement {
  const look = ['button', `button-${kind}`, large && 'button-large', wide && 'button-wide', rest.className];
  const className = look.filter(Boolean).join(' ');
  if (rest.href !== undefined) return <a {...rest} className={className} />;
  return <button type="button" {...rest} className={className} />;
}
