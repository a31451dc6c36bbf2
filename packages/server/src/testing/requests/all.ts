import { endpoints, type AnyEndpoint } from '@qingzhuang/contract';
import { bearerRequests } from './bearers.ts';
import { catalogueRequests } from './catalogue.ts';
import { consultationRequests } from './consultations.ts';
import { countyRequests } from './county.ts';
import { demandRequests } from './demands.ts';
import { documentRequests } from './documents.ts';
import { factRequests } from './facts.ts';
import { formRequests } from './forms.ts';
import { openRequests } from './open.ts';
import { peopleRequests } from './people.ts';
import { webhookRequests } from './webhooks.ts';
import type { Ask } from './request.ts';

/** A request to every endpoint, by the endpoint's name, and by what it asks about where that makes a difference. */
export const requests: Readonly<Record<string, Ask>> = {
  ...openRequests,
  ...demandRequests,
  ...bearerRequests,
  ...countyRequests,
  ...peopleRequests,
  ...webhookRequests,
  ...consultationRequests,
  ...documentRequests,
  ...catalogueRequests,
  ...factRequests,
  ...formRequests,
};

/** The endpoint of a case: `readDemand of a draft` asks `readDemand`. */
export function endpointOf(name: string): AnyEndpoint {
  const endpoint = Object.entries(endpoints).find(([known]) => known === name.split(' ')[0])?.[1];
  if (endpoint === undefined) throw new Error(`${name} names no endpoint`);
  return endpoint;
}
