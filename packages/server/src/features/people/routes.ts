import type { Api } from '../../platform/api.ts';
import { accountRoutes } from './account/routes.ts';
import type { AccountSettings } from '../../platform/config.ts';
import { personRoutes } from './persons/routes.ts';
import { postRoutes } from './posts/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';

export function peopleRoutes(api: Api, settings: AccountSettings, milliseconds?: () => number): void {
  signInRoutes(api, settings, milliseconds);
  accountRoutes(api, settings);
  personRoutes(api);
  postRoutes(api);
}
