import type { Api } from '../../platform/api.ts';
import { accountRoutes } from './account/routes.ts';
import type { AccountSettings } from '../../platform/config.ts';
import type { Seals } from '../../platform/sealed.ts';
import { personRoutes } from './persons/routes.ts';
import { postRoutes } from './posts/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** `milliseconds` is a clock that never goes back. */
export function peopleRoutes(
  api: Api,
  { settings, seals }: { readonly settings: AccountSettings; readonly seals: Seals },
  milliseconds?: () => number,
): void {
  signInRoutes(api, { settings, seals }, milliseconds);
  accountRoutes(api, settings, seals);
  personRoutes(api);
  postRoutes(api);
}
